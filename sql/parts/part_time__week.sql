-- One row per week with a school day, from the first of which timetables or their marks are known, within five academic years.
--
-- Where the terms of a year are not known, any day from Monday to Friday may be one. Timetables are known up to the week in which the register
-- last came, also unchanged or without a row: who began after it nobody knows yet.
with taught as (

    select week_commencing, min(iso_year) as iso_year, min(iso_week) as iso_week, min(date) as first_day, max(date) as last_day
    from core.dim_date
    where date <= as_of_date()
        and (is_school_day or school_day_ordinal is null and date < add_days(week_commencing, 5))
    group by week_commencing

),

day as (

    select
        *,
        lag(last_day) over (order by week_commencing) as last_day_before,
        coalesce(lead(first_day) over (order by week_commencing), add_days(as_of_date(), 1)) as first_day_after
    from taught

),

register as (

    select
        least(timetable.first_date, delivery.first_date) as first_date,
        coalesce(delivery.last_date, case when timetable.first_date is not null then as_of_date() end) as known_to
    from (select min(start_date) as first_date from core.fact_part_time_timetable) as timetable
    cross join (
        select min(received_on) as first_date, max(received_on) as last_date
        from core.fact_return_delivery
        where return_name = 'part_time_timetable'
            and is_accepted
    ) as delivery

),

code as (

    select min(valid_from) as first_date
    from core.dim_attendance_code
    where attendance_code = 'C2'

),

marks as (

    select min(week_commencing) as first_date
    from core.fact_attendance_weekly
    where code_c2 > 0

)

select
    day.week_commencing,
    day.first_day,
    day.last_day,
    day.iso_year as time_period,
    'Week ' || cast(day.iso_week as varchar) as time_identifier,
    coalesce(register.first_date <= day.last_day and register.known_to >= day.week_commencing, false) as is_registered,
    coalesce(code.first_date <= day.last_day, false) as is_of_c2,
    day.last_day_before,
    day.first_day_after
from day
cross join register
cross join code
cross join marks
join core.dim_academic_period as since
    on since.time_identifier = 'Academic year'
    and since.time_period = academic_year(as_of_date()) - 404
    and day.week_commencing >= since.window_start
where day.last_day >= least(register.first_date, marks.first_date)
