-- One row per mark of the running year that a rule asks about which needs the calendar, the enrolment or the pupil's age: the first that applies.
with age as (

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
    left join core.fact_dq_query__calendar as calendar
        on calendar.date = mark.attendance_date
    left join core.fact_dq_query__enrolment as enrolment
        on enrolment.pupil_key = mark.pupil_key
        and enrolment.laestab = mark.laestab
    left join age
        on age.pupil_key = mark.pupil_key
    where mark.time_period = (select max(time_period) from core.fact_attendance_session)

)

select rule, 'attendance_marks' as return_name, laestab, time_period, cast(attendance_date as varchar) as about, submission_key, source_line
from judged
where rule is not null
