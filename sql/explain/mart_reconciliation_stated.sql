-- One row per row of the mart, figure, and what it is taken from.
with row_of as (

    select
        strategy_code,
        kind,
        code,
        ordinal,
        measure_code,
        time_period,
        phase_type_grouping,
        stated,
        comes_to,
        counted,
        published,
        case
            when kind = 'FIGURE' then stable_key(strategy_code, code)
            else stable_key(strategy_code, code, ordinal)
        end as stated_key
    from mart.mart_reconciliation_stated

)

select
    row_of.strategy_code,
    row_of.kind,
    row_of.code,
    row_of.ordinal,
    column_of.mart_column,
    column_of.mart_column as part,
    case column_of.mart_column when 'stated' then row_of.stated else row_of.comes_to end as amount,
    case when row_of.kind = 'FIGURE' then 'core.fact_stated_figure' else 'core.fact_stated_check' end as fact,
    row_of.stated_key as fact_key,
    cast(case column_of.mart_column when 'stated' then row_of.stated else row_of.comes_to end as varchar) as recomputed
from row_of
cross join (values ('stated'), ('comes_to')) as column_of (mart_column)
where column_of.mart_column = 'stated' or row_of.comes_to is not null

union all

select
    row_of.strategy_code,
    row_of.kind,
    row_of.code,
    row_of.ordinal,
    'counted',
    'counted',
    row_of.counted,
    'mart.figure',
    stable_key(figure.measure_code, figure.cell_key),
    cast(row_of.counted as varchar)
from row_of
join mart.figure as figure
    on figure.measure_code = row_of.measure_code
    and figure.geographic_level = 'Local authority'
    and figure.time_period = row_of.time_period
    and figure.time_identifier = 'Academic year'
    and figure.phase_type_grouping = row_of.phase_type_grouping
    and figure.breakdown_topic = 'Total'
    and figure.scope_type = 'Total'
    and figure.period_start is null

union all

select
    row_of.strategy_code,
    row_of.kind,
    row_of.code,
    row_of.ordinal,
    'published',
    'published',
    row_of.published,
    'core.fact_benchmark',
    benchmark.benchmark_key,
    cast(row_of.published as varchar)
from row_of
join core.dim_local_authority as home
    on home.is_home_la
join core.fact_benchmark as benchmark
    on benchmark.area_code = home.new_la_code
    and benchmark.dataset = 'exclusions'
    and benchmark.measure = row_of.measure_code
    and benchmark.geographic_level = 'Local authority'
    and benchmark.time_period = row_of.time_period
    and benchmark.time_identifier = 'Academic year'
    and benchmark.breakdown_topic = 'Total'
    and benchmark.breakdown = 'Total'
    and benchmark.phase_type_grouping = case row_of.phase_type_grouping
        when 'State-funded primary' then 'Primary'
        when 'State-funded secondary' then 'Secondary'
        when 'State-funded special school' then 'Special'
        else row_of.phase_type_grouping
    end
