-- A strategy of another authority fills a mart
-- severity: FAIL
-- why: one home is of one authority; strategies of others stand beside it for comparison alone
-- matters: targets of another authority would be judged by the figures of this one
-- resolve: correct la_code of the strategy in config/strategies/, or bellwether.la of the home
select strategy_code
from mart.mart_strategy_outcomes
where la_code not in (select la_code from core.dim_local_authority where is_home_la)

union all

select strategy_code
from mart.mart_strategy_timeline
where la_code not in (select la_code from core.dim_local_authority where is_home_la)
