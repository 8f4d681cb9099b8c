-- Two rows of core.fact_dq_query have the same key
-- severity: FAIL
-- why: a rule asks about a row once
-- matters: what is asked is counted by it
-- resolve: a fault of the model: see why core.fact_dq_query has a row twice
select dq_query_key
from core.fact_dq_query
group by dq_query_key
having count(*) > 1
