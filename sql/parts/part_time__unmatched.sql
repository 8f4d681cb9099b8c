-- One row per week, school and pupil of whom marks of a part-time timetable (C2) and the register have not agreed for more than six weeks (ATT-010).
--
-- Marks without a timetable, or a timetable without marks while the pupil of compulsory school age had sessions. It goes on where it happens again
-- within four weeks, over holidays and a week of illness, unless marks and register agreed in between, and lasts from the first Monday on; how long
-- it may is the setting of the limit.
with limits as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'part_time_limit_weeks'

),

apart as (

    select 'MARK' as side, mark.week_commencing, mark.laestab, mark.pupil_key, cast(null as bigint) as part_time_timetable_key
    from part.part_time__mark as mark
    join part.part_time__week as week
        on week.week_commencing = mark.week_commencing
        and week.is_registered
    left join part.part_time__running as running
        on running.week_commencing = mark.week_commencing
        and running.laestab = mark.laestab
        and running.pupil_key = mark.pupil_key
    where mark.has_c2
        and running.pupil_key is null

    union all

    select 'TIMETABLE', running.week_commencing, running.laestab, running.pupil_key, running.part_time_timetable_key
    from part.part_time__running as running
    join part.part_time__week as week
        on week.week_commencing = running.week_commencing
        and week.is_of_c2
    join part.part_time__mark as mark
        on mark.week_commencing = running.week_commencing
        and mark.laestab = running.laestab
        and mark.pupil_key = running.pupil_key
    left join core.dim_pupil as pupil
        on pupil.pupil_term_key = running.pupil_term_key
    where mark.is_possible
        and not mark.has_c2
        and coalesce(running.sessions_offered_per_week < 10, true)
        and coalesce(pupil.age_at_31_august between 5 and 15, true)

),

agreed as (    -- the last week before in which both sides told of the pupil

    select apart.side, apart.week_commencing, apart.laestab, apart.pupil_key, max(running.week_commencing) as last_week
    from apart
    join part.part_time__running as running
        on running.laestab = apart.laestab
        and running.pupil_key = apart.pupil_key
        and running.week_commencing < apart.week_commencing
    join part.part_time__mark as mark
        on mark.week_commencing = running.week_commencing
        and mark.laestab = running.laestab
        and mark.pupil_key = running.pupil_key
        and mark.has_c2
    group by apart.side, apart.week_commencing, apart.laestab, apart.pupil_key

),

before as (

    select *, lag(week_commencing) over (partition by side, laestab, pupil_key order by week_commencing) as week_before
    from apart

),

judged as (

    select
        before.*,
        case
            when before.week_commencing <= add_days(before.week_before, 28) and coalesce(agreed.last_week < before.week_before, true) then 0
            else 1
        end as is_new
    from before
    left join agreed
        on agreed.side = before.side
        and agreed.week_commencing = before.week_commencing
        and agreed.laestab = before.laestab
        and agreed.pupil_key = before.pupil_key

),

numbered as (

    select *, sum(is_new) over (partition by side, laestab, pupil_key order by week_commencing) as stretch
    from judged

),

lasting as (

    select *, min(week_commencing) over (partition by side, laestab, pupil_key, stretch) as since
    from numbered

)

select lasting.side, lasting.week_commencing, lasting.laestab, lasting.pupil_key, lasting.part_time_timetable_key, lasting.since
from lasting
cross join limits
where add_days(lasting.since, limits.days) <= lasting.week_commencing
