-- Two rows of mart.mart_strategy_timeline tell of the same milestone and year
-- severity: FAIL
-- why: a milestone has one row a year
-- matters: milestones that are done or late would count twice
-- resolve: a fault of the model: look in sql/marts/mart_strategy_timeline.sql for the join that gives two rows; a theme of two rows does the same
select strategy_code, milestone_code, time_period
from mart.mart_strategy_timeline
group by strategy_code, milestone_code, time_period
having count(*) > 1
