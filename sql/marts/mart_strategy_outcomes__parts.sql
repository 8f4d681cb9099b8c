-- One row per figure that an outcome stands on: its actual, its baseline, and what is published for others.
--
-- A target names a measure and a cell. Financial years answer the academic year in which they end. Only strategies of the home's
-- authority have rows. Attendance is compared by phase alone, as DfE's totals over phases are weighted; a figure of a running
-- year with what is published up to the same week alone.
with cell as (

    select
        measure_code,
        cell_key,
        phase_type_grouping,
        breakdown_topic,
        breakdown,
        scope_code,
        time_period,
        time_identifier,
        as_at_date,
        preferred_source,
        data_status,
        'mart.figure' as fact,
        stable_key(measure_code, cell_key) as fact_key,
        try_cast(value as decimal(18, 6)) as amount,
        status as amount_status
    from mart.figure
    where geographic_level = 'Local authority'
        and time_identifier in ('Academic year', 'Financial year')
        and period_start is null
        and scope_type in ('Total', 'TOTAL', 'SAVING')

),

target as (

    select
        target.*,
        strategy.la_code,
        measure.comparator_dataset,
        measure.comparator_measure,
        case target.phase_type_grouping
            when 'State-funded primary' then 'Primary'
            when 'State-funded secondary' then 'Secondary'
            when 'State-funded special school' then 'Special'
            when 'State-funded alternative provision school' then 'Alternative provision'
            else target.phase_type_grouping
        end as comparator_phase
    from core.fact_target as target
    join core.dim_strategy as strategy
        on strategy.strategy_key = target.strategy_key
        and strategy.is_home_la
    join core.dim_measure as measure
        on measure.measure_key = target.measure_key

),

compared_with (measure, area_code, neighbour_la_code) as (

    select 'comparator_england', 'E92000001', cast(null as integer)

    union all

    select 'comparator_region', region_code, null
    from core.dim_local_authority
    where is_home_la

    union all

    select 'comparator_sn_mean', authority.new_la_code, neighbour.neighbour_la_code
    from core.dim_statistical_neighbour as neighbour
    join core.dim_local_authority as home
        on home.la_code = neighbour.la_code
        and home.is_home_la
    join core.dim_local_authority as authority
        on authority.la_code = neighbour.neighbour_la_code
    where neighbour.is_current

),

reached as (    -- how far the authority's own figure reaches

    select target.target_key, max(cell.as_at_date) as as_at_date, max(period.window_end) as window_end
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.time_period
    left join core.dim_academic_period as period
        on period.time_period = cell.time_period
        and period.time_identifier = cell.time_identifier
    group by target.target_key

),

published as (

    select target.la_code, target.target_key, compared_with.measure, try_cast(benchmark.value as decimal(18, 6)) as amount,
        benchmark.benchmark_key
    from target
    join core.fact_benchmark as benchmark
        on benchmark.dataset = target.comparator_dataset
        and benchmark.measure = target.comparator_measure
        and benchmark.time_period = target.time_period
        and benchmark.time_identifier = 'Academic year'
        and benchmark.phase_type_grouping = target.comparator_phase
        and benchmark.breakdown_topic = target.breakdown_topic
        and benchmark.breakdown = target.breakdown
        and benchmark.geographic_level in ('National', 'Regional', 'Local authority')
    join compared_with
        on compared_with.area_code = benchmark.area_code
    left join reached
        on reached.target_key = target.target_key
    where benchmark.value is not null
    and not (target.comparator_dataset = 'pupil_attendance' and target.phase_type_grouping = 'Total')
    and is_same_cut_off(reached.as_at_date, benchmark.as_at_date, reached.window_end)
    qualify row_number() over (    -- of two types of school that are one phase, the state-funded
        partition by target.target_key, compared_with.measure, benchmark.area_code
        order by case when benchmark.school_type like 'State-funded%' then 0 else 1 end, benchmark.school_type) = 1

),

part as (

    select target.target_key, 'actual' as measure, 'value' as part, cell.amount, cell.amount_status,
        cell.time_identifier, cell.as_at_date, cell.preferred_source, cell.data_status, cell.fact, cell.fact_key, cell.cell_key
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.time_period

    union all

    select target.target_key, 'baseline', 'value', target.baseline, 'ok', null, null, null, null, 'core.fact_target',
        target.target_key, null
    from target
    where target.baseline is not null

    union all

    select target.target_key, 'baseline', 'value', cell.amount, cell.amount_status, null, null, null, null, cell.fact,
        cell.fact_key, cell.cell_key
    from target
    join cell
        on cell.measure_code = target.measure_code
        and cell.phase_type_grouping = target.phase_type_grouping
        and cell.breakdown_topic = target.breakdown_topic
        and cell.breakdown = target.breakdown
        and cell.scope_code = target.scope_code
        and cell.time_period = target.baseline_year
    where target.baseline is null

    union all

    select target_key, measure, 'value', amount, 'ok', null, null, null, null, 'core.fact_benchmark', benchmark_key, null
    from published
    where measure <> 'comparator_sn_mean'

    union all

    select published.target_key, published.measure, quotient.part,
        case quotient.part when 'numerator' then published.amount else 1 end, 'ok', null, null, null, null,
        'core.fact_benchmark', published.benchmark_key, null
    from published
    cross join (values ('numerator'), ('denominator')) as quotient (part)
    where published.measure = 'comparator_sn_mean'

)

select
    target.la_code,
    target.time_period,
    target.strategy_code,
    target.theme_code,
    target.target_code,
    part.measure,
    part.part,
    part.amount,
    part.amount_status,
    part.time_identifier as actual_time_identifier,
    part.as_at_date,
    part.preferred_source,
    part.data_status,
    part.fact,
    part.fact_key,
    target.measure_code,
    part.cell_key
from part
join target
    on target.target_key = part.target_key
