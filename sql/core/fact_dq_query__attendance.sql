-- One row per day or term of a school whose marks a rule asks about as a whole.
with running as (

    select max(time_period) as time_period from core.fact_attendance_session

),

school_day as (

    select
        mark.laestab,
        mark.time_period,
        mark.term,
        mark.attendance_date,
        max(mark.submission_key) as submission_key,
        max(school.education_phase) as education_phase,
        count(*) as marks,
        sum(mark.possible) as possible,
        sum(mark.authorised) + sum(mark.unauthorised) as absent
    from core.fact_attendance_session as mark
    join running using (time_period)
    join core.dim_date as day
        on day.date = mark.attendance_date
        and day.is_school_day
    left join core.dim_school as school
        on school.school_key = mark.school_key
    group by mark.laestab, mark.time_period, mark.term, mark.attendance_date

),

roll as (    -- pupils of compulsory school age in a school's last census of the year

    select laestab, time_period, count(*) as pupils
    from core.fact_pupil_census
    where is_in_headcount
        and age_at_31_august between 5 and 15
    group by laestab, time_period, term, reference_date
    qualify row_number() over (partition by laestab, time_period order by reference_date desc) = 1

),

usual as (    -- of the authority's schools of a phase: a unit for few is another matter than a primary school

    select education_phase, avg(absent * 1.0 / possible) as mean_rate, stddev_samp(absent * 1.0 / possible) as spread, count(*) as days
    from school_day
    where possible > 0
    group by education_phase

),

marked as (    -- daily marks and the census of a term that is over, a school each

    select laestab, time_period, term, sum(absent) as absent, sum(possible) as possible
    from school_day
    group by laestab, time_period, term

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
    left join core.dim_attendance_code as code
        on code.attendance_code_key = termly.attendance_code_key
    join running using (time_period)
    group by termly.laestab, termly.time_period, termly.term

)

select 'ATT-011' as rule, 'attendance_marks' as return_name, school_day.laestab, school_day.time_period, cast(attendance_date as varchar) as about, submission_key, cast(null as integer) as source_line
from school_day
join roll using (laestab, time_period)
where marks < 0.95 * 2 * pupils

union all

select 'ATT-013', 'attendance_marks', laestab, time_period, cast(attendance_date as varchar), submission_key, cast(null as integer)
from school_day
join usual using (education_phase)
where possible > 0
    and days >= 30
    and absent * 1.0 / possible > mean_rate + 4 * spread

union all

select 'ATT-014', 'school_census', counted.laestab, counted.time_period, counted.term, counted.submission_key, cast(null as integer)
from counted
join marked using (laestab, time_period, term)
join core.dim_academic_period as period
    on period.time_period = counted.time_period
    and period.term = counted.term
    and period.window_end < as_of_date()
where counted.possible > 0
    and marked.possible > 0
    and abs(100.0 * counted.absent / counted.possible - 100.0 * marked.absent / marked.possible) > 1
