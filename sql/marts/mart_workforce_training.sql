-- One row per academic year or term of it, course and role: how many were trained, and in how many schools.
--
-- An event is of a school, a course and a day: told by role, it is one of all roles. Total stands for all courses and all roles. A row stands
-- from the first event of its course and role on, so that 0 says that nobody was trained in the period. Staff are places taken: the register names nobody, so that who came twice counts twice. So far is up to the end
-- of the period, from the first event of the register. Schools are those open on that day, state-funded ones of the authority.
with event as (

    select
        training.laestab,
        training.event_date,
        level.course_code,
        level.role_code,
        max(training.sessions) as sessions,
        sum(training.staff_trained) as staff_trained
    from core.fact_training as training
    cross join lateral (values
        ('Total', 'Total'), (coalesce(training.course, 'UNKNOWN'), 'Total'), ('Total', coalesce(training.role, 'UNKNOWN')),
        (coalesce(training.course, 'UNKNOWN'), coalesce(training.role, 'UNKNOWN'))) as level (course_code, role_code)
    where training.event_date <= as_of_date()
    group by training.laestab, coalesce(training.course, 'UNKNOWN'), training.event_date, level.course_code, level.role_code

),

period as (

    select time_period, time_identifier, window_start, is_closed, least(window_end, as_of_date()) as as_at_date
    from core.dim_academic_period
    where is_begun

),

open_school as (

    select period.time_period, period.time_identifier, school.laestab
    from period
    join core.dim_school as school
        on (school.counts_in_exclusions or school.phase_type_grouping like 'State-funded%')
        and period.as_at_date between school.valid_from and school.valid_to
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = school.la_code
    group by period.time_period, period.time_identifier, school.laestab

),

schools as (

    select time_period, time_identifier, count(*) as schools
    from open_school
    group by time_period, time_identifier

),

counted as (

    select
        period.time_period,
        period.time_identifier,
        period.as_at_date,
        period.is_closed,
        event.course_code,
        event.role_code,
        count(case when event.event_date >= period.window_start then 1 end) as events,
        sum(case when event.event_date >= period.window_start then event.sessions end) as sessions,
        sum(case when event.event_date >= period.window_start then event.staff_trained end) as staff_trained,
        count(distinct case when event.event_date >= period.window_start then event.laestab end) as schools_trained,
        count(distinct case when event.event_date >= period.window_start then open_school.laestab end) as open_schools_trained,
        sum(event.staff_trained) as staff_so_far,
        count(distinct event.laestab) as schools_so_far,
        count(distinct open_school.laestab) as open_schools_so_far
    from period
    join event
        on event.event_date <= period.as_at_date
    left join open_school
        on open_school.time_period = period.time_period
        and open_school.time_identifier = period.time_identifier
        and open_school.laestab = event.laestab
    group by period.time_period, period.time_identifier, period.as_at_date, period.is_closed, event.course_code, event.role_code

)

select
    home.la_code,
    home.la_name,
    counted.time_period,
    counted.time_identifier,
    counted.as_at_date,
    'register' as preferred_source,
    case when counted.is_closed then 'provisional' else 'year_to_date' end as data_status,
    counted.course_code as course,
    case counted.course_code when 'Total' then 'All courses' when 'UNKNOWN' then 'Not said' else coalesce(course.label, counted.course_code) end as course_title,
    counted.role_code as role,
    cast(counted.events as integer) as events,
    cast(case when counted.events = 0 then 0 else counted.sessions end as integer) as sessions,
    cast(case when counted.events = 0 then 0 else counted.staff_trained end as integer) as staff_trained,
    cast(counted.schools_trained as integer) as schools_trained,
    cast(coalesce(schools.schools, 0) as integer) as schools,
    rate(counted.open_schools_trained, coalesce(schools.schools, 0)) as schools_trained_pct,
    case when schools.schools > 0 then 'ok' else 'z' end as schools_trained_pct_status,
    cast(counted.staff_so_far as integer) as staff_so_far,
    cast(counted.schools_so_far as integer) as schools_so_far,
    rate(counted.open_schools_so_far, coalesce(schools.schools, 0)) as schools_so_far_pct,
    case when schools.schools > 0 then 'ok' else 'z' end as schools_so_far_pct_status
from counted
cross join (select la_code, la_name from core.dim_local_authority where is_home_la) as home
left join schools
    on schools.time_period = counted.time_period
    and schools.time_identifier = counted.time_identifier
left join config.course as course
    on course.code = counted.course_code
