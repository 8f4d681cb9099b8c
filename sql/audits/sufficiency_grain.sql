-- A provision stands twice in a week
-- severity: FAIL
-- why: a week has one number of places; of two rows a reader takes either
-- matters: places are commissioned by what stands here
-- resolve: a fault of the model: look in sql/marts/mart_sufficiency.sql for the join that gives the week two rows
select week_commencing, scope_type, scope_code, count(*) as rows_found
from mart.mart_sufficiency
group by week_commencing, scope_type, scope_code
having count(*) > 1
