-- Possible sessions or enrolments of mart.mart_attendance_la do not add up over phases
select la_code, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
from mart.mart_attendance_la
group by la_code, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
having sum(case when education_phase = 'Total' then possible else -possible end) <> 0
    or sum(case when education_phase = 'Total' then enrolments else -enrolments end) <> 0
    or sum(case when education_phase = 'Total' then pa_enrolments else -pa_enrolments end) <> 0
    or sum(case when education_phase = 'Total' then severe_enrolments else -severe_enrolments end) <> 0
