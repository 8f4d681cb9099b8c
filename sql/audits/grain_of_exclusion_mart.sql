-- A cell of the authority's exclusions stands twice
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: dashboards that sum rows count such a cell twice
-- resolve: a fault of the model: look in sql/marts/mart_exclusions_la.sql for the join or the group that gives the cell two rows
select time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_exclusions_la
group by time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown
having count(*) > 1
