-- Two rows of core.fact_s251 have the same key
select s251_key
from core.fact_s251
group by s251_key
having count(*) > 1
