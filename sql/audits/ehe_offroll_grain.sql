-- A school stands twice in a year of home education and pupils taken off roll
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either
-- matters: a school would be asked about children who did not leave it
-- resolve: a fault of the model: look in sql/marts/mart_ehe_offroll.sql for the join that gives the cell two rows
select time_period, geographic_level, laestab, count(*) as rows_found
from mart.mart_ehe_offroll
group by time_period, geographic_level, laestab
having count(*) > 1
