-- Two rows of core.dim_provision have the same key
select provision_key
from core.dim_provision
group by provision_key
having count(*) > 1
