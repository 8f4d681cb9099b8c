-- The authority or a school stands twice in a term among what is owed to suspended pupils
-- severity: FAIL
-- why: each figure would be counted twice
-- matters: it says of how many pupils governors must meet
-- resolve: a fault of the model: look in sql/marts/mart_suspension_duties.sql for the join that gives the named row a double; two schools of
--     core.dim_school with one LAESTAB on one day would
select time_period, time_identifier, geographic_level, laestab, count(*) as rows_found
from mart.mart_suspension_duties
group by time_period, time_identifier, geographic_level, laestab
having count(*) > 1
