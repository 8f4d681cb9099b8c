-- Two rows of core.fact_dsg have the same key
select dsg_key
from core.fact_dsg
group by dsg_key
having count(*) > 1
