-- Placements out of borough stand twice in a period and sector
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either
-- matters: boards ask whether fewer children are placed away, and at what cost
-- resolve: a fault of the model: look in sql/marts/mart_out_of_borough.sql for the join that gives the cell two rows
select time_period, time_identifier, sector, count(*) as rows_found
from mart.mart_out_of_borough
group by time_period, time_identifier, sector
having count(*) > 1
