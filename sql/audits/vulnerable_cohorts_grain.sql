-- A cohort stands twice in a week of one area
-- severity: FAIL
-- why: a cell is one figure; of two rows a reader takes either, and their sum is twice the truth
-- matters: how many children are out of school is asked of it, and who they are
-- resolve: a fault of the model: look in sql/marts/mart_vulnerable_cohorts.sql for the join that gives it two rows
select week_commencing, geographic_level, neighbourhood, cohort, count(*) as rows_found
from mart.mart_vulnerable_cohorts
group by week_commencing, geographic_level, neighbourhood, cohort
having count(*) > 1
