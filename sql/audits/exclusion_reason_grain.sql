-- A reason of the authority's exclusions stands twice in a period
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: shares of reasons are read beside each other
-- resolve: a fault of the model: look in sql/marts/mart_exclusion_reason.sql for the join that gives the reason two rows
select time_period, time_identifier, phase_type_grouping, reason_code, count(*) as rows_found
from mart.mart_exclusion_reason
group by time_period, time_identifier, phase_type_grouping, reason_code
having count(*) > 1
