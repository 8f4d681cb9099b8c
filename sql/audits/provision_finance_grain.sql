-- The money of a provision stands twice in a period
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: the authority would ask a host school about money that it never had
-- resolve: a fault of the model: look in sql/marts/mart_provision_finance.sql for the join that gives the cell two rows
select time_period, time_identifier, scope_type, scope_code, category, count(*) as rows_found
from mart.mart_provision_finance
group by time_period, time_identifier, scope_type, scope_code, category
having count(*) > 1
