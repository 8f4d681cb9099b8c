-- One row per week of the authority, and of each of its schools that was open in it: whether timetables, marks and placements are known.
--
-- Of a school whose registers of the week have not come nobody knows whether it uses C2.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

marked as (

    select distinct laestab, week_commencing
    from core.fact_attendance_weekly

),

placement as (

    select min(start_date) as first_date
    from core.fact_placement

),

week as (

    select
        week.*,
        coalesce(placement.first_date <= week.last_day, false) as is_of_placements,
        case
            when add_days(week.week_commencing, 6) >= as_of_date() then 'year_to_date'
            when add_days(week.week_commencing, 36) >= as_of_date() then 'provisional'
            else 'final'
        end as data_status
    from part.part_time__week as week
    cross join placement

),

school as (

    select week.week_commencing, school.laestab
    from week
    join core.dim_school as school
        on week.last_day between school.valid_from and school.valid_to
    join home
        on home.la_code = school.la_code

    union

    select week_commencing, laestab
    from part.part_time__running
    join home
        on home.la_code = cast(floor(laestab / 10000) as integer)

)

select
    'School' as geographic_level,
    cast(school.laestab as varchar) as area_code,
    week.time_period,
    week.time_identifier,
    week.week_commencing as period_start,
    week.last_day as as_at_date,
    'registers' as preferred_source,
    week.data_status,
    week.is_registered,
    marked.laestab is not null as is_marked,
    week.is_of_c2,
    week.is_of_placements
from school
join week
    on week.week_commencing = school.week_commencing
left join marked
    on marked.laestab = school.laestab
    and marked.week_commencing = school.week_commencing

union all

select
    'Local authority', cast(home.la_code as varchar), week.time_period, week.time_identifier, week.week_commencing, week.last_day, 'registers',
    week.data_status, week.is_registered, marked.week_commencing is not null, week.is_of_c2, week.is_of_placements
from week
cross join home
left join (select distinct week_commencing from marked) as marked
    on marked.week_commencing = week.week_commencing
