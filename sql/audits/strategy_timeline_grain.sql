-- Two rows of mart.mart_strategy_timeline tell of the same milestone and year
select strategy_code, milestone_code, time_period
from mart.mart_strategy_timeline
group by strategy_code, milestone_code, time_period
having count(*) > 1
