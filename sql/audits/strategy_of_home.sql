-- A strategy of another authority fills a mart
select strategy_code
from mart.mart_strategy_outcomes
where la_code not in (select la_code from core.dim_local_authority where is_home_la)

union all

select strategy_code
from mart.mart_strategy_timeline
where la_code not in (select la_code from core.dim_local_authority where is_home_la)
