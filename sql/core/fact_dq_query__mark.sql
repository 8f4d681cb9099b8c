-- One row per mark of the running year that a rule asks about which needs the calendar, the enrolment or the pupil's age: the first that applies.
with known_term as (    -- of a term without a school day nobody has told the dates

    select time_period, term
    from core.dim_date
    where is_school_day
    group by time_period, term

),

calendar as (

    select date, is_school_day, school_day_ordinal, max(case when date <= as_of_date() then school_day_ordinal end) over (partition by time_period) as ordinal_today
    from core.dim_date
    join known_term using (time_period, term)

),

enrolment as (    -- from the first day at the school that any census tells to the last, which is open where none has told that the pupil left

    select
        pupil_key,
        laestab,
        min(entry_date) as first_entry,
        case when max(case when is_on_roll then reference_date end) > coalesce(max(leaving_date), date '1900-01-01') then null else max(leaving_date) end as last_leaving
    from core.fact_pupil_census
    group by pupil_key, laestab

),

age as (

    select pupil_key, max(age_at_31_august) as age
    from core.fact_pupil_census
    where time_period = (select max(time_period) from core.fact_attendance_session)
    group by pupil_key

),

judged as (

    select
        mark.laestab,
        mark.time_period,
        mark.attendance_date,
        mark.submission_key,
        mark.source_line,
        case
            when not calendar.is_school_day and calendar.school_day_ordinal is not null and mark.attendance_code not in ('#', 'Z') then 'ATT-003'
            when mark.attendance_code <> 'Z' and (mark.attendance_date < enrolment.first_entry or mark.attendance_date > enrolment.last_leaving) then 'ATT-005'
            when mark.attendance_code = 'N' and calendar.ordinal_today - calendar.school_day_ordinal > 5 then 'ATT-006'
            when mark.attendance_code = 'X' and age.age between 5 and 15 then 'ATT-012'
        end as rule
    from core.fact_attendance_session as mark
    left join calendar
        on calendar.date = mark.attendance_date
    left join enrolment
        on enrolment.pupil_key = mark.pupil_key
        and enrolment.laestab = mark.laestab
    left join age
        on age.pupil_key = mark.pupil_key
    where mark.time_period = (select max(time_period) from core.fact_attendance_session)

)

select rule, 'attendance_marks' as return_name, laestab, time_period, cast(attendance_date as varchar) as about, submission_key, source_line
from judged
where rule is not null
