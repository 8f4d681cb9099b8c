-- One row per objective of a strategy: who answers it, or what is missing.
with answering as (

    select strategy_code, objective_code, string_agg(measure_code, ' ' order by measure_code) as measures
    from config.strategy_objective_measure
    group by strategy_code, objective_code

)

select
    stable_key(objective.strategy_code, objective.objective_code) as objective_key,
    stable_key(objective.strategy_code) as strategy_key,
    stable_key(objective.strategy_code, objective.theme_code) as theme_key,
    objective.strategy_code,
    objective.theme_code,
    objective.objective_code,
    objective.ordinal,
    objective.objective_group,
    objective.objective,
    objective.answered_by,
    answering.measures,
    objective.mart,
    objective.missing,
    objective.source_ref
from config.strategy_objective as objective
left join answering
    on answering.strategy_code = objective.strategy_code
    and answering.objective_code = objective.objective_code
