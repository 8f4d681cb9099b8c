-- Two rows of core.dim_cut_off have the same key
select cut_off_key
from core.dim_cut_off
group by cut_off_key
having count(*) > 1
