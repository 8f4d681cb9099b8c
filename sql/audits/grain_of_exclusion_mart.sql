-- A cell of the authority's exclusions stands twice
select time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_exclusions_la
group by time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown
having count(*) > 1
