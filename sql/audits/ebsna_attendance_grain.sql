-- A cell stands twice in mart.mart_ebsna_attendance, or compares more pupils than it holds episodes of
select time_period, time_identifier, cohort, provision_code
from mart.mart_ebsna_attendance
group by time_period, time_identifier, cohort, provision_code
having count(*) > 1
    or max(still_in_support - pupils) > 0
