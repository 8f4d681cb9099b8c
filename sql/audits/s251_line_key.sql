-- Two rows of core.dim_s251_line have the same key
select s251_line_key
from core.dim_s251_line
group by s251_line_key
having count(*) > 1
