-- One row per exclusion that a rule asks about which needs the pupil's other exclusions, the calendar, the enrolment or the other source.
with known_term as (    -- of a term without a school day nobody has told the dates

    select time_period, term
    from core.dim_date
    where is_school_day
    group by time_period, term

),

exclusion as (

    select
        fact.*,
        case fact.source when 'notices' then 'exclusion_notice' else 'school_census' end as return_name,
        first_day.is_school_day,
        first_day.school_day_ordinal as first_ordinal,
        first_day.school_day_ordinal + cast(greatest(ceil(fact.sessions_lost / 2.0), 1) as integer) - 1 as last_ordinal
    from core.fact_exclusion as fact
    left join (select date, time_period, term, is_school_day, school_day_ordinal from core.dim_date join known_term using (time_period, term)) as first_day
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

enrolment as (    -- from the first day at the school that any census tells to the last, which is open where none has told that the pupil left

    select
        pupil_key,
        laestab,
        min(entry_date) as first_entry,
        case when max(case when is_on_roll then reference_date end) > coalesce(max(leaving_date), date '1900-01-01') then null else max(leaving_date) end as last_leaving
    from core.fact_pupil_census
    group by pupil_key, laestab

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
join enrolment using (pupil_key, laestab)
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
