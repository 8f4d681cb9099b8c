-- One row per area and period of which registers are known: up to which day they are, and whether they may still change.
--
-- Attendance of alternative provision is not among the figures: of such a school a row says that none apply.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

school_marked as (    -- up to which day the registers of a school's period are known

    select
        laestab,
        case when week_commencing is null then time_period
            else cast(extract(year from week_commencing + 3) as integer) end as time_period,
        time_identifier,
        week_commencing,
        max(last_marked) as last_marked
    from core.fact_attendance_school
    group by all

),

last_marked as (

    select time_period, time_identifier, week_commencing, max(last_marked) as last_marked
    from school_marked
    group by time_period, time_identifier, week_commencing

),

half_term as (

    select day.time_period, name.time_identifier, max(day.date) as window_end
    from core.dim_date as day
    join config.half_term as name
        on name.code = day.half_term
    group by day.time_period, name.time_identifier

),

known_to as (    -- registers of the last thirty days may still be sent again

    select
        last_marked.time_period,
        last_marked.time_identifier,
        last_marked.week_commencing,
        last_marked.last_marked,
        coalesce(last_marked.week_commencing + 6, period.window_end, half_term.window_end) as window_end
    from last_marked
    left join core.dim_academic_period as period
        on period.time_period = last_marked.time_period
        and period.time_identifier = last_marked.time_identifier
    left join half_term
        on half_term.time_period = last_marked.time_period
        and half_term.time_identifier = last_marked.time_identifier

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    known_to.time_period,
    known_to.time_identifier,
    known_to.week_commencing as period_start,
    known_to.last_marked as as_at_date,
    'marks' as preferred_source,
    case
        when known_to.window_end >= as_of_date() then 'year_to_date'
        when known_to.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end as data_status,
    known_to.window_end,
    true as is_of_registers
from known_to
cross join home

union all

select
    'School', cast(school.laestab as varchar), school.time_period, school.time_identifier, school.week_commencing, school.last_marked, 'marks',
    case
        when known_to.window_end >= as_of_date() then 'year_to_date'
        when known_to.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end,
    known_to.window_end, true
from school_marked as school
join home
    on home.la_code = cast(floor(school.laestab / 10000) as integer)
join known_to
    on known_to.time_period = school.time_period
    and known_to.time_identifier = school.time_identifier
    and coalesce(known_to.week_commencing, date '1900-01-01') = coalesce(school.week_commencing, date '1900-01-01')

union all

select 'School', cast(version.laestab as varchar), version.time_period, 'Academic year', null, version.known_to, 'marks', 'year_to_date',
    version.window_end, false
from (
    select
        school.laestab,
        school.is_ap,
        period.time_period,
        period.window_end,
        least(period.window_end, as_of_date()) as known_to
    from core.dim_academic_period as period
    join core.dim_school as school
        on school.valid_from <= least(period.window_end, as_of_date())
        and school.valid_to >= period.window_start
    join home
        on home.la_code = school.la_code
    where period.time_identifier = 'Academic year'
        and period.is_begun
    qualify row_number() over (
        partition by period.time_period, school.laestab order by school.valid_from desc, school.urn desc) = 1
) as version
left join core.fact_attendance_school as marked
    on marked.laestab = version.laestab
    and marked.time_period = version.time_period
    and marked.time_identifier = 'Academic year'
    and marked.breakdown_topic = 'Total'
where version.is_ap
    and marked.laestab is null
