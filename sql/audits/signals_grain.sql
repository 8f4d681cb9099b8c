-- A signal stands twice
-- severity: FAIL
-- why: a figure stands once in a chart; of two rows one would be counted twice in a run
-- matters: who follows up signals would be sent to a school by a figure that is none
-- resolve: a fault of the model: look in sql/marts/mart_signals__point.sql and mart_signals__funnel.sql for the join that gives a figure two rows
select time_period, time_identifier, week_commencing, geographic_level, laestab, phase_type_grouping, measure_code, chart, count(*) as rows_found
from mart.mart_signals
group by time_period, time_identifier, week_commencing, geographic_level, laestab, phase_type_grouping, measure_code, chart
having count(*) > 1
