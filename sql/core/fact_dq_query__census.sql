-- One row per pupil's row, or school's part, of a school's last census that a rule asks about which needs other schools, other censuses or the school as a whole.
with school_census as (

    select
        laestab,
        time_period,
        term,
        max(reference_date) as reference_date,
        max(submission_key) as submission_key,
        sum(case when is_in_headcount then 1 else 0 end) as pupils,
        sum(case when is_in_headcount and is_fsm then 1 else 0 end) as fsm_pupils,
        sum(case when is_on_roll and sen_provision in ('K', 'E') then 1 else 0 end) as sen_pupils
    from core.fact_pupil_census
    group by laestab, time_period, term

),

school as (

    select
        *,
        lag(pupils) over (partition by laestab order by reference_date) as pupils_before,
        row_number() over (partition by laestab order by reference_date desc) = 1 as is_last,
        row_number() over (partition by laestab, term order by reference_date desc) = 1 as is_last_of_term
    from school_census

),

usual as (    -- as most censuses have the pupil, and of as many the first

    select pupil_key, sex, birth_year_month
    from core.fact_pupil_census
    where is_on_roll
        and sex is not null
        and birth_year_month is not null
    group by pupil_key, sex, birth_year_month
    qualify row_number() over (partition by pupil_key order by count(*) desc, min(reference_date), birth_year_month, sex) = 1

),

pupil as (    -- of the last census of each school, with what others tell of the pupil on the same day, and most censuses

    select
        fact.pupil_key,
        fact.laestab,
        fact.time_period,
        fact.term,
        fact.enrol_status,
        fact.sen_provision,
        fact.school_key,
        fact.submission_key,
        fact.source_line,
        school.is_last,
        max(case when fact.enrol_status = 'M' then 1 else 0 end) over (partition by fact.pupil_key, fact.time_period, fact.term) = 1 as has_main,
        max(case when fact.enrol_status = 'S' then 1 else 0 end) over (partition by fact.pupil_key, fact.time_period, fact.term) = 1 as has_subsidiary,
        sum(case when fact.enrol_status in ('C', 'M') then 1 else 0 end) over (partition by fact.pupil_key, fact.time_period, fact.term) as registrations,
        fact.sex <> usual.sex or fact.birth_year_month <> usual.birth_year_month as is_another
    from core.fact_pupil_census as fact
    join school
        on school.laestab = fact.laestab
        and school.time_period = fact.time_period
        and school.term = fact.term
    left join usual
        on usual.pupil_key = fact.pupil_key
    where fact.is_on_roll

),

asked as (

    select * from pupil where is_last

)

select 'PUP-009' as rule, 'school_census' as return_name, laestab, time_period, term as about, submission_key, source_line
from asked
where enrol_status = 'M' and not has_subsidiary
    or enrol_status = 'S' and not has_main

union all

select 'UPN-009', 'school_census', laestab, time_period, term, submission_key, source_line
from asked
where enrol_status in ('C', 'M')
    and registrations > 1

union all

select 'UPN-010', 'school_census', laestab, time_period, term, submission_key, source_line
from asked
where is_another

union all

select 'SEN-008', 'school_census', asked.laestab, asked.time_period, asked.term, asked.submission_key, asked.source_line
from asked
join core.dim_school as school
    on school.school_key = asked.school_key
    and school.is_special
where asked.sen_provision = 'N'

union all

select 'PUP-011', 'school_census', laestab, time_period, term, submission_key, cast(null as integer)
from school
where term = 'SPR'
    and is_last_of_term
    and pupils > 100
    and fsm_pupils = 0

union all

select 'SEN-005', 'school_census', laestab, time_period, term, submission_key, cast(null as integer)
from school
where term = 'SPR'
    and is_last_of_term
    and pupils > 0
    and sen_pupils = 0

union all

select 'PUP-013', 'school_census', laestab, time_period, term, submission_key, cast(null as integer)
from school
where is_last
    and abs(pupils - pupils_before) > 0.2 * pupils_before
