-- Two rows of core.fact_dq_result have the same key
-- severity: FAIL
-- why: a row is rejected once for a reason
-- matters: reasons are counted by it
-- resolve: a fault of the model: see why core.fact_dq_result has a row twice
select dq_result_key
from core.fact_dq_result
group by dq_result_key
having count(*) > 1
