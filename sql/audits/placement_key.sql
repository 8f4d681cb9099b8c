-- Two rows of core.fact_placement have the same key
select placement_key
from core.fact_placement
group by placement_key
having count(*) > 1
