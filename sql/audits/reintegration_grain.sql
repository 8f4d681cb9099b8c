-- A cohort of a year stands twice
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either
-- matters: boards ask how many came back
-- resolve: a fault of the model: look in sql/marts/mart_reintegration.sql for the join that gives the cell two rows
select time_period, cohort, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_reintegration
group by time_period, cohort, breakdown_topic, breakdown
having count(*) > 1
