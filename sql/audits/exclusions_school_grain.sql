-- A school's period of exclusions stands twice
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: reports that add up schools count such a school twice
-- resolve: a fault of the model: look in sql/marts/mart_exclusions_school.sql for the join that gives the school two rows
select time_period, time_identifier, laestab, count(*) as rows_found
from mart.mart_exclusions_school
group by time_period, time_identifier, laestab
having count(*) > 1
