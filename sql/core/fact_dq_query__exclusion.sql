-- One row per exclusion that a rule asks about which needs the pupil's other exclusions, the calendar, the enrolment or the other source.
with exclusion as (

    select
        fact.*,
        case fact.source when 'notices' then 'exclusion_notice' else 'school_census' end as return_name,
        first_day.is_school_day,
        first_day.school_day_ordinal as first_ordinal,
        first_day.school_day_ordinal + cast(greatest(ceil(fact.sessions_lost / 2.0), 1) as integer) - 1 as last_ordinal
    from core.fact_exclusion as fact
    left join core.fact_dq_query__calendar as first_day
        on first_day.date = fact.start_date

),

long_year as (    -- 45 school days are 90 sessions

    select pupil_key, time_period
    from core.fact_exclusion
    where is_counted
        and category = 'SUSP'
    group by pupil_key, time_period
    having sum(sessions_lost) > 90

),

on_roll as (

    select pupil_key, laestab, max(reference_date) as last_on_roll
    from core.fact_pupil_census
    where is_on_roll
    group by pupil_key, laestab

),

overlapping as (

    select
        exclusion_key,
        coalesce(max(last_ordinal) over (
            partition by pupil_key, laestab, source, time_period order by first_ordinal, exclusion_key
            rows between unbounded preceding and 1 preceding) >= first_ordinal, false)
        or coalesce(min(first_ordinal) over (
            partition by pupil_key, laestab, source, time_period order by first_ordinal, exclusion_key
            rows between 1 following and unbounded following) <= last_ordinal, false) as is_overlapping
    from exclusion
    where is_standing
        and category = 'SUSP'
        and first_ordinal is not null

),

permanent as (

    select exclusion_key, count(*) over (partition by pupil_key, laestab) as of_school
    from core.fact_exclusion
    where is_counted
        and category = 'PERM'

)

select 'EXC-005' as rule, return_name, laestab, time_period, cast(start_date as varchar) as about, submission_key, source_line
from exclusion
join long_year using (pupil_key, time_period)
where is_counted
    and category = 'SUSP'

union all

select 'EXC-007', return_name, laestab, time_period, cast(start_date as varchar), submission_key, source_line
from exclusion
where is_standing
    and not is_school_day
    and first_ordinal is not null

union all

select 'EXC-008', return_name, laestab, time_period, cast(start_date as varchar), submission_key, source_line
from exclusion
join core.fact_dq_query__enrolment using (pupil_key, laestab)
where is_standing
    and (start_date < first_entry or start_date > last_leaving)

union all

select 'EXC-009', return_name, laestab, time_period, cast(start_date as varchar), submission_key, source_line
from exclusion
join permanent using (exclusion_key)
left join on_roll using (pupil_key, laestab)
where of_school > 1
    or coalesce(last_on_roll > add_days(start_date, 60), false)

union all

select 'EXC-010', return_name, laestab, time_period, cast(start_date as varchar), submission_key, source_line
from exclusion
join overlapping using (exclusion_key)
where is_overlapping
