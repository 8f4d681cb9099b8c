-- A school stands twice in the scorecard of a year, or a measure twice in its comparison
select laestab, time_period, '' as measure_code
from mart.mart_school_scorecard
group by laestab, time_period
having count(*) > 1

union all

select laestab, time_period, measure_code
from mart.mart_school_scorecard_measure
group by laestab, time_period, measure_code
having count(*) > 1
