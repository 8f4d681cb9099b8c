-- One row per exclusion, or school's census, that a rule asks about which holds what one source tells against another, or against what it told before.
with exclusion as (

    select
        exclusion_key,
        case source when 'notices' then 'exclusion_notice' else 'school_census' end as return_name,
        source,
        pupil_key,
        laestab,
        time_period,
        term,
        category,
        start_date,
        is_standing,
        is_counted,
        not_counted_reason,
        data_status,
        submission_key,
        source_line
    from core.fact_exclusion

),

telling as (    -- years of a school of which a source tells any

    select distinct source, laestab, time_period
    from exclusion
    where is_standing

),

alone as (    -- of closed terms, in years of which both sources tell

    select exclusion.*
    from exclusion
    join telling as other_source
        on other_source.source <> exclusion.source
        and other_source.laestab = exclusion.laestab
        and other_source.time_period = exclusion.time_period
    where exclusion.is_standing
        and exclusion.category in ('SUSP', 'PERM')
        and exclusion.data_status = 'final'
        and not exists (
            select 1
            from exclusion as counterpart
            where counterpart.is_standing
                and counterpart.source <> exclusion.source
                and counterpart.pupil_key = exclusion.pupil_key
                and counterpart.laestab = exclusion.laestab
                and counterpart.category = exclusion.category
                and counterpart.start_date between add_days(exclusion.start_date, -3) and add_days(exclusion.start_date, 3))

),

census as (    -- a school's spring or summer census of the last year that any school has returned

    select laestab, time_period, term, max(submission_key) as submission_key, sum(case when is_in_headcount then 1 else 0 end) as pupils
    from core.fact_pupil_census
    where time_period = (select max(time_period) from core.fact_pupil_census)
        and term in ('SPR', 'SUM')
    group by laestab, time_period, term

),

last_census as (

    select * from census
    qualify row_number() over (partition by laestab order by term desc) = 1    -- SUM comes after SPR

),

year_of_school as (

    select laestab, time_period, count(*) as exclusions
    from exclusion
    where is_counted
    group by laestab, time_period

),

dropped as (    -- terms of which a census told and the latest tells nothing any more

    select laestab, time_period, term
    from exclusion
    where source = 'census'
    group by laestab, time_period, term
    having max(case when not_counted_reason = 'WITHDRAWN_IN_LATER_CENSUS' then 1 else 0 end) = 1
        and max(case when is_standing then 1 else 0 end) = 0

)

select 'EXC-012' as rule, return_name, laestab, time_period, cast(start_date as varchar) as about, submission_key, source_line
from alone

union all

select 'EXC-015', 'school_census', last_census.laestab, last_census.time_period, last_census.term, last_census.submission_key, cast(null as integer)
from last_census
join year_of_school as before
    on before.laestab = last_census.laestab
    and before.time_period = last_census.time_period - 101
left join year_of_school as this_year
    on this_year.laestab = last_census.laestab
    and this_year.time_period = last_census.time_period
where last_census.pupils > 100
    and this_year.laestab is null

union all

select 'EXC-020', exclusion.return_name, exclusion.laestab, exclusion.time_period, exclusion.term, exclusion.submission_key, exclusion.source_line
from exclusion
join dropped
    on dropped.laestab = exclusion.laestab
    and dropped.time_period = exclusion.time_period
    and dropped.term = exclusion.term
where exclusion.not_counted_reason = 'WITHDRAWN_IN_LATER_CENSUS'
