-- One row per day of a school, or half of a weekday in a term, whose marks a rule asks about as a whole.
with running as (

    select max(time_period) as time_period from core.fact_attendance_session

),

roll as (    -- pupils of compulsory school age in a school's last census of the year

    select census.pupil_key, census.laestab, census.time_period, census.age_at_31_august
    from core.fact_pupil_census as census
    join (
        select laestab, time_period, max(reference_date) as reference_date
        from core.fact_pupil_census
        group by laestab, time_period
    ) as last_census
        on last_census.laestab = census.laestab
        and last_census.time_period = census.time_period
        and last_census.reference_date = census.reference_date
    where census.is_in_headcount
        and census.age_at_31_august between 5 and 15

),

roll_of_school as (

    select laestab, time_period, count(*) as pupils, count(case when age_at_31_august < 15 then 1 end) as younger_pupils
    from roll
    group by laestab, time_period

),

school_day as (    -- who is fifteen may leave from the last Friday of June on

    select
        mark.laestab,
        mark.time_period,
        mark.attendance_date,
        mark.attendance_date >= add_days(financial_month_start(mark.time_period + 101, 3), 23) as is_after_leaving,
        max(mark.submission_key) as submission_key,
        max(school.education_phase) as education_phase,
        cast((sum(mark.authorised) + sum(mark.unauthorised)) * 1.0 / nullif(sum(mark.possible), 0) as decimal(9, 6)) as absence_rate,
        count(roll.pupil_key) as marks,
        count(case when roll.age_at_31_august < 15 then 1 end) as younger_marks
    from core.fact_attendance_session as mark
    join running using (time_period)
    join core.dim_date as day
        on day.date = mark.attendance_date
        and day.is_school_day
    left join core.dim_school as school
        on school.school_key = mark.school_key
    left join roll
        on roll.pupil_key = mark.pupil_key
        and roll.laestab = mark.laestab
        and roll.time_period = mark.time_period
    group by mark.laestab, mark.time_period, mark.attendance_date

),

usual as (    -- of the authority's schools of a phase: a unit for few is another matter than a primary school

    select education_phase, avg(absence_rate) as mean_rate, stddev_samp(absence_rate) as spread, count(*) as days
    from school_day
    where absence_rate is not null
    group by education_phase

),

weekday_of_term as (    -- the same half of the same weekday, by the sessions that anybody could attend

    select
        mark.laestab,
        mark.time_period,
        mark.term,
        extract(dow from day.date) as weekday,
        mark.session,
        max(mark.submission_key) as submission_key,
        count(*) as marks,
        count(distinct mark.attendance_date) as days,
        min(mark.attendance_code) as first_code,
        max(mark.attendance_code) as last_code
    from core.fact_attendance_session as mark
    join running using (time_period)
    join core.dim_date as day
        on day.date = mark.attendance_date
        and day.is_school_day
    where mark.possible = 1
    group by mark.laestab, mark.time_period, mark.term, extract(dow from day.date), mark.session

)

select 'ATT-011' as rule, 'attendance_marks' as return_name, laestab, time_period, cast(attendance_date as varchar) as about, submission_key, cast(null as integer) as source_line
from school_day
join roll_of_school using (laestab, time_period)
where marks > 0
    and case when is_after_leaving then younger_marks else marks end < 0.95 * 2 * case when is_after_leaving then younger_pupils else pupils end

union all

select 'ATT-013', 'attendance_marks', laestab, time_period, cast(attendance_date as varchar), submission_key, cast(null as integer)
from school_day
join usual using (education_phase)
where days >= 30
    and absence_rate > mean_rate + 4 * spread

union all

select 'ATT-015', 'attendance_marks', laestab, time_period,
    term || ' ' || case weekday when 1 then 'Monday' when 2 then 'Tuesday' when 3 then 'Wednesday' when 4 then 'Thursday' else 'Friday' end || ' ' || session,
    submission_key, cast(null as integer)
from weekday_of_term
where days >= 5
    and marks >= 200    -- where one session in fourteen is missed, so many are all attended once in two million times
    and first_code = last_code
