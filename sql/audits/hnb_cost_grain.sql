-- Two rows of mart.mart_hnb_cost tell of the same cost
-- severity: FAIL
-- why: a cost line, group or scope of a year is one row
-- matters: dashboards that sum rows count the money twice
-- resolve: a fault of the model: look in sql/marts/mart_hnb_cost.sql for the join that gives two rows; two scopes of one code in
--     config/hnb_scopes.yml do the same
select la_code, time_period, scope_type, scope_code
from mart.mart_hnb_cost
group by la_code, time_period, scope_type, scope_code
having count(*) > 1
