-- Two rows of core.fact_target have the same key
select target_key
from core.fact_target
group by target_key
having count(*) > 1
