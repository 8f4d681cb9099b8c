-- One row per objective of a strategy: who answers it, or what is missing.
select
    stable_key(strategy_code, objective_code) as objective_key,
    stable_key(strategy_code) as strategy_key,
    stable_key(strategy_code, theme_code) as theme_key,
    strategy_code,
    theme_code,
    objective_code,
    ordinal,
    objective_group,
    objective,
    answered_by,
    measures,
    mart,
    missing,
    source_ref
from config.strategy_objective
