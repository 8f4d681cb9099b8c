-- A cohort stands twice in a year
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: whether more GCSEs are achieved in alternative provision is asked of it
-- resolve: a fault of the model: look in sql/marts/mart_ks4_ap.sql for the join that gives the cell two rows
select time_period, cohort, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_ks4_ap
group by time_period, cohort, breakdown_topic, breakdown
having count(*) > 1
