-- A cell stands twice in mart.mart_ebsna_attendance, or compares more pupils than it holds episodes of
-- severity: FAIL
-- why: a cell is one figure, and pupils who are still in support are some of its pupils
-- matters: rates of the cohort would have a numerator that is not of their denominator
-- resolve: a fault of the model: look in sql/marts/mart_ebsna_attendance.sql for the join that gives the cell two rows, or that finds episodes of
--     other pupils
select time_period, time_identifier, cohort, provision_code
from mart.mart_ebsna_attendance
group by time_period, time_identifier, cohort, provision_code
having count(*) > 1
    or max(still_in_support - pupils) > 0
