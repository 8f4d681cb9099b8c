-- A group of the authority or of a neighbourhood stands twice in a year
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: groups are compared with all pupils of the same area
-- resolve: a fault of the model: look in sql/marts/mart_exclusions_cohort.sql for the join that gives the group two rows
select time_period, geographic_level, coalesce(neighbourhood, '') as neighbourhood, breakdown_topic, breakdown, count(*) as rows_found
from mart.mart_exclusions_cohort
group by time_period, geographic_level, coalesce(neighbourhood, ''), breakdown_topic, breakdown
having count(*) > 1
