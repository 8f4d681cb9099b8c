-- One row per term that has begun and the authority, or a school of which a notice or a census tells in it: pupils near and beyond the thresholds of
-- statutory guidance, and education owed from the sixth day.
--
-- A pupil stands at each school that suspended him in the term, with the days of all schools.
with pupil_area as (select * from mart.mart_suspension_duties__pupil),

area as (

    select laestab as area, time_period, term
    from core.bridge_exclusion_source

    union

    select area, time_period, term
    from pupil_area

    union

    select 0, time_period, term
    from core.bridge_exclusion_source

),

source as (    -- schools that tell of a term

    select coalesce(laestab, 0) as area, time_period, term, count(*) as schools
    from core.bridge_exclusion_source
    group by grouping sets ((laestab, time_period, term), (time_period, term))

),

pupil as (

    select
        area,
        time_period,
        term,
        count(*) as pupils,
        count(case when is_asked_near then 1 end) as asked_near,
        count(case when is_meet_if_asked then 1 end) as meet_if_asked,
        count(case when is_meeting_near then 1 end) as meeting_near,
        count(case when is_must_meet then 1 end) as must_meet,
        count(case when is_met then 1 end) as met,
        count(case when is_met_in_time then 1 end) as met_in_time,
        count(case when is_limit_near then 1 end) as limit_near,
        count(case when is_limit_exceeded then 1 end) as limit_exceeded
    from pupil_area
    group by area, time_period, term

),

day6 as (

    select
        coalesce(laestab, 0) as area,
        time_period,
        term,
        count(*) as owed,
        count(case when day6_state in ('MET', 'LATE') then 1 end) as known,
        count(case when day6_state = 'MET' then 1 end) as met
    from mart.mart_suspension_thresholds__stretch
    group by grouping sets ((laestab, time_period, term), (time_period, term))

)

select
    home.la_code,
    home.la_name,
    period.time_period,
    period.time_identifier,
    least(period.window_end, as_of_date()) as as_at_date,
    case when area.area = 0 then 'Local authority' else 'School' end as geographic_level,
    nullif(area.area, 0) as laestab,
    school.school_name,
    cast(coalesce(source.schools, 0) as integer) as schools,
    cast(coalesce(pupil.pupils, 0) as integer) as pupils,
    cast(coalesce(pupil.asked_near, 0) as integer) as asked_near,
    cast(coalesce(pupil.meet_if_asked, 0) as integer) as meet_if_asked,
    cast(coalesce(pupil.meeting_near, 0) as integer) as meeting_near,
    cast(coalesce(pupil.must_meet, 0) as integer) as must_meet,
    cast(nullif(pupil.met, 0) as integer) as governors_met,
    cast(case when pupil.met > 0 then pupil.met_in_time end as integer) as governors_met_in_time,
    cast(coalesce(pupil.limit_near, 0) as integer) as limit_near,
    cast(coalesce(pupil.limit_exceeded, 0) as integer) as limit_exceeded,
    cast(coalesce(day6.owed, 0) as integer) as day6_owed,
    cast(coalesce(day6.known, 0) as integer) as day6_known,
    cast(case when day6.known > 0 then day6.met end as integer) as day6_met
from area
join core.dim_academic_period as period
    on period.time_period = area.time_period
    and period.term = area.term
    and period.is_begun
join core.dim_local_authority as home
    on home.is_home_la
left join core.dim_school as school
    on school.laestab = area.area
    and least(period.window_end, as_of_date()) between school.valid_from and school.valid_to
left join source
    on source.area = area.area
    and source.time_period = area.time_period
    and source.term = area.term
left join pupil
    on pupil.area = area.area
    and pupil.time_period = area.time_period
    and pupil.term = area.term
left join day6
    on day6.area = area.area
    and day6.time_period = area.time_period
    and day6.term = area.term
