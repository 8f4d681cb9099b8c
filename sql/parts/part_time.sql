-- One row per cell, part and pupil on a part-time timetable, school's week of marks, or placement.
--
-- A pupil counts once a school and week; the authority has all of its register, also of schools of other authorities.
with happened as (

    select running.week_commencing, running.laestab, part.part, 1 as amount, 'core.fact_part_time_timetable' as fact,
        running.part_time_timetable_key as fact_key
    from part.part_time__running as running
    join (values ('open'), ('started'), ('closed'), ('over'), ('unreviewed'), ('overdue'), ('agreed')) as part (part)
        on part.part = 'open'
        or part.part = 'started' and running.is_started
        or part.part = 'closed' and running.is_closed
        or part.part = 'over' and running.is_over
        or part.part = 'unreviewed' and running.is_unreviewed
        or part.part = 'overdue' and running.is_overdue
        or part.part = 'agreed' and running.is_agreed

    union all

    select week_commencing, laestab, 'unmatched_timetable', 1, 'core.fact_part_time_timetable', part_time_timetable_key
    from part.part_time__unmatched
    where side = 'TIMETABLE'

    union all

    select placed.week_commencing, placed.home_laestab, 'placed', 1, 'core.fact_placement', placed.placement_key
    from (
        select week.week_commencing, placement.home_laestab, placement.pupil_key, min(placement.placement_key) as placement_key
        from part.part_time__week as week
        join part.reintegration__placement as placement
            on placement.start_date <= week.last_day
            and coalesce(placement.end_date >= week.first_day, true)
        group by week.week_commencing, placement.home_laestab, placement.pupil_key
    ) as placed

    union all

    -- marks are those of a school's week together
    select counted.week_commencing, counted.laestab, counted.part, count(*), 'core.fact_attendance_school', coalesce(min(school.attendance_school_key), -1)
    from (
        select week_commencing, laestab, pupil_key, 'c2_pupil' as part
        from part.part_time__mark
        where has_c2

        union all

        select week_commencing, laestab, pupil_key, 'off_site_pupil'
        from part.part_time__mark
        where is_off_site

        union all

        select week_commencing, laestab, pupil_key, 'unmatched_mark'
        from part.part_time__unmatched
        where side = 'MARK'

        union all

        select distinct weekly.week_commencing, weekly.laestab, cast(null as bigint), 'marked_school'
        from core.fact_attendance_weekly as weekly
        join part.part_time__week as week
            on week.week_commencing = weekly.week_commencing
    ) as counted
    left join (
        select laestab, week_commencing, min(attendance_school_key) as attendance_school_key
        from core.fact_attendance_school
        where week_commencing is not null
        group by laestab, week_commencing
    ) as school
        on school.laestab = counted.laestab
        and school.week_commencing = counted.week_commencing
    group by counted.week_commencing, counted.laestab, counted.part

)

select
    level.geographic_level,
    case level.geographic_level when 'School' then cast(happened.laestab as varchar) else cast(home.la_code as varchar) end as area_code,
    week.time_period,
    week.time_identifier,
    week.week_commencing as period_start,
    happened.part,
    happened.amount,
    happened.fact,
    happened.fact_key
from happened
join part.part_time__week as week
    on week.week_commencing = happened.week_commencing
join core.dim_local_authority as home
    on home.is_home_la
join (values ('Local authority'), ('School')) as level (geographic_level)
    on level.geographic_level = 'Local authority'
    or cast(floor(happened.laestab / 10000) as integer) = home.la_code
