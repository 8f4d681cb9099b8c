-- A school stands twice in the scorecard of a year, or a measure twice in its comparison
-- severity: FAIL
-- why: a school has one scorecard a year, and a measure one line on it
-- matters: ranks and quartiles of all other schools count this one twice
-- resolve: a fault of the model: see which version of core.dim_school the scorecard takes of the named school and year; two rows mean two versions or
--     a measure that is defined twice
select laestab, time_period, '' as measure_code
from mart.mart_school_scorecard
group by laestab, time_period
having count(*) > 1

union all

select laestab, time_period, measure_code
from mart.mart_school_scorecard_measure
group by laestab, time_period, measure_code
having count(*) > 1
