-- One row per figure that a strategy's document states.
select
    stable_key(stated.strategy_code, stated.stated_code) as stated_figure_key,
    stated.strategy_code,
    stated.stated_code,
    stated.time_period,
    stated.mart_column,
    stated.label,
    stated.unit,
    stated.stated_value,
    stated.source_ref,
    cast(-2 as bigint) as submission_key,
    cast(null as integer) as source_line
from config.stated_figure as stated
