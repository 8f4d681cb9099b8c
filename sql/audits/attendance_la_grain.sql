-- A cell stands twice in mart.mart_attendance_la
select la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown
from mart.mart_attendance_la
group by la_code, time_period, time_identifier, week_commencing, education_phase, breakdown_topic, breakdown
having count(*) > 1
