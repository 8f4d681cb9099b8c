-- A target has not exactly one outcome a year in mart.mart_strategy_outcomes
-- severity: FAIL
-- why: each target and year of the home's strategies has one outcome, also where nothing is known of it
-- matters: a promise would drop out of the report, or be judged twice
-- resolve: a fault of the model: look in sql/marts/mart_strategy_outcomes.sql for the join that loses the target or gives it two rows; its theme,
--     measure and scope must be defined
select target.target_key
from core.fact_target as target
join core.dim_strategy as strategy
    on strategy.strategy_key = target.strategy_key
    and strategy.is_home_la
left join mart.mart_strategy_outcomes as outcome
    on outcome.strategy_code = target.strategy_code
    and outcome.theme_code = target.theme_code
    and outcome.target_code = target.target_code
    and outcome.time_period = target.time_period
group by target.target_key
having count(outcome.target_code) <> 1
