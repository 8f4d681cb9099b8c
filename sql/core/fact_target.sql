-- One row per target and academic year of its strategy.
--
-- A year for which the document sets no target has a row as well: it is judged by the path between its neighbours.
select
    stable_key(target.strategy_code, target.theme_code, target.target_code, target.time_period) as target_key,
    stable_key(target.strategy_code) as strategy_key,
    stable_key(target.strategy_code, target.theme_code) as theme_key,
    measure.measure_key,
    target.strategy_code,
    target.theme_code,
    target.target_code,
    target.measure_code,
    target.phase_type_grouping,
    target.breakdown_topic,
    target.breakdown,
    target.scope_code,
    target.time_period,
    'Academic year' as time_identifier,
    target.baseline_year,
    target.baseline,
    target.target,
    target.tolerance,
    strategy.document || ', ' || target.source_ref as source_ref,
    cast(-2 as bigint) as submission_key,
    cast(null as integer) as source_line
from config.target as target
join core.dim_strategy as strategy
    on strategy.strategy_code = target.strategy_code
join core.dim_measure as measure
    on measure.measure_code = target.measure_code
    and measure.is_current
