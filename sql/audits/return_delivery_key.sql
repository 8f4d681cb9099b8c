-- Two rows of core.fact_return_delivery have the same key
-- severity: FAIL
-- why: a submission tells once of a school and stretch of time
-- matters: the register would count a resubmission that there was not
-- resolve: a fault of the model: see why core.fact_return_delivery has a row twice
select return_delivery_key
from core.fact_return_delivery
group by return_delivery_key
having count(*) > 1
