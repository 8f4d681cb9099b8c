-- One row per week and pupil at a school of the authority who is absent persistently or severely so far, or marked as taught elsewhere (K) in it.
--
-- DfE says so of a term or of the year to date, never of a week: it is the year to the end of the week, of an enrolment's own possible
-- sessions, and of no fewer than a setting says, since after four days of September every cold would be severe absence. Pupils and schools are
-- those of DfE's figures; the study leave of those aged fifteen adds nothing, and they stay as absent as they were. Marks of teaching elsewhere
-- count at any age and school. A school whose marks of a week have not come yet is as it was in its last one, for up to four weeks.
with minimum as (

    select cast(value as integer) as sessions
    from config.setting
    where name = 'watch_min_possible_sessions'

),

study_leave as (

    select coalesce(max(value), 'false') = 'true' as is_counted
    from config.setting
    where name = 'aged_fifteen_after_whitsun'

),

judged_school as (    -- whose absence DfE judges

    select laestab, time_period
    from core.fact_attendance_school
    where breakdown_topic = 'Total'
    group by laestab, time_period

),

marked as (

    select
        weekly.*,
        judged_school.laestab is not null
            and coalesce(cast(floor(weekly.time_period / 100) as integer) - age.school_year_of_birth between 5 and 15, false)
            and (study_leave.is_counted
                or coalesce(weekly.half_term <> 'SUM2', true)
                or cast(floor(weekly.time_period / 100) as integer) - age.school_year_of_birth < 15) as is_judged
    from core.fact_attendance_weekly as weekly
    join core.dim_local_authority as home
        on home.is_home_la
        and cast(floor(weekly.laestab / 10000) as integer) = home.la_code
    cross join study_leave
    left join mart.mart_vulnerable_cohorts__age as age
        on age.pupil_key = weekly.pupil_key
    left join judged_school
        on judged_school.laestab = weekly.laestab
        and judged_school.time_period = weekly.time_period

),

enrolment as (

    select
        pupil_key,
        laestab,
        time_period,
        week_commencing,
        sum(case when is_judged then possible else 0 end) as possible,
        sum(case when is_judged then authorised + unauthorised else 0 end) as absent,
        sum(code_k) as code_k
    from marked
    group by pupil_key, laestab, time_period, week_commencing

),

so_far as (

    select
        pupil_key, laestab, time_period, week_commencing, code_k,
        sum(possible) over year_to_date as possible,
        sum(absent) over year_to_date as absent
    from enrolment
    window year_to_date as (partition by pupil_key, laestab, time_period order by week_commencing rows unbounded preceding)

),

school_week as (

    select laestab, time_period, week_commencing
    from enrolment
    group by laestab, time_period, week_commencing

),

spoken as (    -- of each week of any school, the last marked one of this

    select school.laestab, school.time_period, week.week_commencing, max(school.week_commencing) as spoken_week
    from (select time_period, week_commencing from school_week group by time_period, week_commencing) as week
    join school_week as school
        on school.time_period = week.time_period
        and school.week_commencing between add_days(week.week_commencing, -28) and week.week_commencing
    group by school.laestab, school.time_period, week.week_commencing

)

select week_commencing, pupil_key, laestab, is_persistent, is_severe, is_arranged_elsewhere
from (
    select
        spoken.week_commencing,
        so_far.pupil_key,
        min(so_far.laestab) as laestab,
        bool_or(so_far.possible > 0 and so_far.possible >= minimum.sessions and so_far.absent * 10 >= so_far.possible) as is_persistent,
        bool_or(so_far.possible > 0 and so_far.possible >= minimum.sessions and so_far.absent * 2 >= so_far.possible) as is_severe,
        bool_or(spoken.spoken_week = spoken.week_commencing and so_far.code_k > 0) as is_arranged_elsewhere
    from spoken
    join so_far
        on so_far.laestab = spoken.laestab
        and so_far.time_period = spoken.time_period
        and so_far.week_commencing = spoken.spoken_week
    cross join minimum
    group by spoken.week_commencing, so_far.pupil_key
) as judged
where is_persistent
    or is_arranged_elsewhere
