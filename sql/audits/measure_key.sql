-- Two rows of core.dim_measure have the same key
select measure_key
from core.dim_measure
group by measure_key
having count(*) > 1
