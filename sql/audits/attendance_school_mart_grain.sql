-- A school's period and group stands twice in mart.mart_attendance_school
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: reports that add up schools count such a school twice
-- resolve: a fault of the model: look in sql/marts/mart_attendance_school.sql for the join that gives the cell two rows
select laestab, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
from mart.mart_attendance_school
group by laestab, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
having count(*) > 1
