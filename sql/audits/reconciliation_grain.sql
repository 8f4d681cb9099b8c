-- A place stands twice for a category and period in mart.mart_reconciliation
-- severity: FAIL
-- why: what notices and census tell is compared once
-- matters: of two rows a reader takes either, and sums over schools count twice
-- resolve: a fault of the model: look in sql/marts/mart_reconciliation.sql for the join that gives a place two rows
select geographic_level, laestab, category, time_period, time_identifier, count(*) as rows_found
from mart.mart_reconciliation
group by geographic_level, laestab, category, time_period, time_identifier
having count(*) > 1
