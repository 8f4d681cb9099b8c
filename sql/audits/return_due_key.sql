-- Two rows of core.fact_return_due have the same key
-- severity: FAIL
-- why: a return of a school and stretch of time is owed once
-- matters: the register would ask twice for one return
-- resolve: a fault of the model: see why core.fact_return_due has a row twice
select return_due_key
from core.fact_return_due
group by return_due_key
having count(*) > 1
