-- One row per figure of exclusions that a strategy's document states, and per sum that it does: what others tell of the same.
--
-- A figure of the home's own authority and year stands beside what DfE has published and what the warehouse counts. A sum is the
-- document's own, done again with the figures that it states. Local and published figures never quite agree: what stands here.
with figure as (

    select
        stated.*,
        coalesce(stated.label, 'Total') as phase_type_grouping,
        published.value as published,
        try_cast(counted.value as decimal(18, 6)) as counted
    from core.fact_stated_figure as stated
    join core.dim_strategy as strategy
        on strategy.strategy_code = stated.strategy_code
        and strategy.is_home_la
    left join mart.mart_reconciliation__published as published
        on published.time_period = stated.time_period
        and published.measure = stated.mart_column
        and published.phase = case stated.label
            when 'State-funded primary' then 'Primary'
            when 'State-funded secondary' then 'Secondary'
            when 'State-funded special school' then 'Special'
            else coalesce(stated.label, 'Total')
        end
    left join mart.figure as counted
        on counted.measure_code = stated.mart_column
        and counted.geographic_level = 'Local authority'
        and counted.time_period = stated.time_period
        and counted.time_identifier = 'Academic year'
        and counted.phase_type_grouping = coalesce(stated.label, 'Total')
        and counted.breakdown_topic = 'Total'
        and counted.scope_type = 'Total'
        and counted.period_start is null
    where stated.mart_column in ('suspension', 'perm_excl')

)

select
    strategy_code,
    'FIGURE' as kind,
    stated_code as code,
    cast(1 as integer) as ordinal,
    cast(null as varchar) as what,
    mart_column as measure_code,
    time_period,
    phase_type_grouping,
    stated_value as stated,
    'ok' as stated_status,
    cast(null as decimal(18, 6)) as comes_to,
    'z' as comes_to_status,
    published,
    case when published is null then 'x' else 'ok' end as published_status,
    counted,
    case when counted is null then 'x' else 'ok' end as counted_status,
    case
        when published is null and counted is null then null
        else coalesce(published, stated_value) = stated_value and coalesce(counted, stated_value) = stated_value
    end as is_consistent,
    source_ref
from figure

union all

select
    strategy_code,
    'SUM',
    statement,
    ordinal,
    what,
    null,
    null,
    null,
    stated_value,
    'ok',
    comes_to,
    case when comes_to is null then 'z' else 'ok' end,
    null,
    'z',
    null,
    'z',
    is_consistent,
    null
from core.fact_stated_check
