-- A provision stands twice in a period
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: reports that list provisions list such a one twice
-- resolve: a fault of the model: look in sql/marts/mart_provision_monitor.sql for the join that gives the cell two rows
select time_period, time_identifier, scope_type, scope_code, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_provision_monitor
group by time_period, time_identifier, scope_type, scope_code, breakdown_topic, breakdown
having count(*) > 1
