-- A cell stands twice in mart.mart_attendance_la
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: dashboards that sum rows count such a cell twice
-- resolve: a fault of the model: look in sql/marts/mart_attendance_la.sql for the join or the group that gives the cell two rows, correct it and
--     build again
select la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown
from mart.mart_attendance_la
group by la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown
having count(*) > 1
