-- One row per school and term that is over of which daily marks and the census tell another absence, of the same pupils.
with running as (

    select max(time_period) as time_period from core.fact_attendance_session

),

enrolment as (    -- that DfE's figures count in the whole of the term

    select termly.pupil_key, termly.laestab, termly.time_period, termly.term
    from core.fact_attendance_termly as termly
    cross join running
    where termly.time_period >= running.time_period - 101
    group by termly.pupil_key, termly.laestab, termly.time_period, termly.term
    having min(case when termly.is_counted then 1 else 0 end) = 1

),

counted as (

    select
        termly.laestab,
        termly.time_period,
        termly.term,
        max(termly.submission_key) as submission_key,
        sum(termly.possible_sessions) as possible,
        sum(case when code.is_absence then termly.sessions else 0 end) as absent
    from core.fact_attendance_termly as termly
    join enrolment using (pupil_key, laestab, time_period, term)
    left join core.dim_attendance_code as code
        on code.attendance_code_key = termly.attendance_code_key
    group by termly.laestab, termly.time_period, termly.term

),

marked as (

    select
        mark.laestab,
        mark.time_period,
        mark.term,
        sum(mark.possible) as possible,
        sum(mark.authorised) + sum(mark.unauthorised) as absent
    from core.fact_attendance_session as mark
    join enrolment using (pupil_key, laestab, time_period, term)
    group by mark.laestab, mark.time_period, mark.term

)

select 'ATT-014' as rule, 'school_census' as return_name, counted.laestab, counted.time_period, counted.term as about, counted.submission_key, cast(null as integer) as source_line
from counted
join marked using (laestab, time_period, term)
join core.dim_academic_period as period
    on period.time_period = counted.time_period
    and period.term = counted.term
    and period.window_end < as_of_date()
where counted.possible > 0
    and marked.possible > 0
    and abs(100.0 * counted.absent / counted.possible - 100.0 * marked.absent / marked.possible) > 1
