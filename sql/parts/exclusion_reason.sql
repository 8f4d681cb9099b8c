-- One row per cell of a reason, part, and exclusion that it was given for.
--
-- An exclusion has up to three reasons and adds once to each, and once a reason to all, so that mentions are more than exclusions and
-- are never added up to them. A pupil suspended several times for a reason adds once, with the first of these suspensions. A reason that
-- could be given in a period and was not has a cell there: exclusions and headcount stand in it, by which its mentions are divided.
-- Definition: DfE suspensions and permanent exclusions methodology, 3.1; DOMAIN 2.2.
with reason as (

    select code, valid_from, valid_to
    from core.dim_exclusion_reason
    where code is not null

    union all

    select 'Total', date '1900-01-01', date '9999-12-31'

),

divisor as (    -- of the authority, whatever the reason

    select
        figure.area_code,
        figure.time_period,
        figure.time_identifier,
        figure.phase_type_grouping,
        figure.measure_code as part,
        figure.numerator as amount,
        stable_key(figure.measure_code, figure.cell_key) as fact_key
    from (
        select * from figure.exclusion
        union all by name
        select * from figure.roll
    ) as figure
    where figure.geographic_level = 'Local authority'
        and figure.breakdown_topic = 'Total'
        and figure.measure_code in ('suspension', 'perm_excl', 'headcount')

),

mention as (    -- a reason that is given twice for one exclusion is one

    select exclusion_key, reason_code, scope_code
    from core.bridge_exclusion_reason
    cross join (values ('reason'), ('Total')) as level_of (scope_code)
    group by exclusion_key, reason_code, scope_code

),

exclusion as (

    select
        home.la_code,
        period.time_period,
        period.time_identifier,
        kind.phase_type_grouping,
        case mention.scope_code when 'Total' then 'Total' else mention.reason_code end as scope_code,
        exclusion.exclusion_key,
        exclusion.pupil_key,
        exclusion.start_date,
        exclusion.category
    from core.fact_exclusion as exclusion
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    join core.dim_academic_period as period
        on period.time_period = exclusion.time_period
        and coalesce(period.term, exclusion.term) = exclusion.term
        and period.is_begun
    join core.bridge_school_kind as kind
        on kind.school_key = exclusion.school_key
    join mention
        on mention.exclusion_key = exclusion.exclusion_key
    where exclusion.category in ('SUSP', 'PERM')
        and exclusion.is_counted

),

numbered as (    -- of all reasons an exclusion is there as often as it has reasons

    select
        exclusion.*,
        row_number() over (
            partition by time_period, time_identifier, phase_type_grouping, scope_code, category, pupil_key
            order by start_date, exclusion_key) as nth_of_pupil
    from exclusion

)

select
    'Local authority' as geographic_level,
    cast(numbered.la_code as varchar) as area_code,
    numbered.time_period,
    numbered.time_identifier,
    numbered.phase_type_grouping,
    'Reason' as scope_type,
    numbered.scope_code,
    part.part,
    cast(count(*) as bigint) as amount,
    'core.fact_exclusion' as fact,
    numbered.exclusion_key as fact_key
from numbered
join (values ('susp_mention'), ('susp_pupil'), ('perm_mention')) as part (part)
    on part.part = 'susp_mention' and numbered.category = 'SUSP'
    or part.part = 'susp_pupil' and numbered.category = 'SUSP' and numbered.nth_of_pupil = 1
    or part.part = 'perm_mention' and numbered.category = 'PERM'
group by numbered.la_code, numbered.time_period, numbered.time_identifier, numbered.phase_type_grouping, numbered.scope_code, part.part,
    numbered.exclusion_key

union all

select
    'Local authority', divisor.area_code, divisor.time_period, divisor.time_identifier, divisor.phase_type_grouping, 'Reason', reason.code,
    divisor.part, cast(divisor.amount as bigint), 'mart.figure', divisor.fact_key
from divisor
join core.dim_academic_period as period
    on period.time_period = divisor.time_period
    and period.time_identifier = divisor.time_identifier
join reason
    on reason.valid_from <= least(period.window_end, as_of_date())
    and reason.valid_to >= period.window_start
where divisor.amount is not null
