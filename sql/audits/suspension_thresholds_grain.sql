-- A pupil stands twice among those at the thresholds of suspension
-- severity: FAIL
-- why: who acts on the list would act twice, and counts of it would be too high
-- matters: it says for whom governors must meet, and to whom education is owed
-- resolve: a fault of the model: look in sql/marts/mart_suspension_thresholds.sql for the join that gives the pupil two rows
select time_period, pupil_key, count(*) as rows_found
from mart.mart_suspension_thresholds
group by time_period, pupil_key
having count(*) > 1
