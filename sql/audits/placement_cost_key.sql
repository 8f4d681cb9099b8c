-- Two rows of core.fact_placement_cost have the same key
select placement_cost_key
from core.fact_placement_cost
group by placement_cost_key
having count(*) > 1
