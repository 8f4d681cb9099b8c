-- Possible sessions or enrolments of mart.mart_attendance_la do not add up over phases
-- severity: FAIL
-- why: a pupil is of one phase, so that possible sessions and enrolments of the phases add up to the total
-- matters: one of the two figures of the same children is wrong
-- resolve: a fault of the model: compare the rows of the phases with the total of the named cell in mart.mart_attendance_la, and correct the model of
--     the one that lacks schools or has them twice
select la_code, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
from mart.mart_attendance_la
group by la_code, time_period, time_identifier, week_commencing, breakdown_topic, breakdown
having sum(case when education_phase = 'Total' then possible else -possible end) <> 0
    or sum(case when education_phase = 'Total' then enrolments else -enrolments end) <> 0
    or sum(case when education_phase = 'Total' then pa_enrolments else -pa_enrolments end) <> 0
    or sum(case when education_phase = 'Total' then severe_enrolments else -severe_enrolments end) <> 0
