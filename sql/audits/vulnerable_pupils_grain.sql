-- A pupil stands twice in a week
-- severity: FAIL
-- why: who acts on the list would act twice, and counts of it would be too high
-- matters: how many children are out of school is asked of it, and who they are
-- resolve: a fault of the model: look in sql/marts/mart_vulnerable_pupils.sql for the join that gives it two rows
select week_commencing, pupil_key, count(*) as rows_found
from mart.mart_vulnerable_pupils
group by week_commencing, pupil_key
having count(*) > 1
