-- One row per theme of a strategy.
select
    stable_key(strategy_code, theme_code) as theme_key,
    stable_key(strategy_code) as strategy_key,
    strategy_code,
    theme_code,
    ordinal,
    theme_title,
    source_ref
from config.strategy_theme
