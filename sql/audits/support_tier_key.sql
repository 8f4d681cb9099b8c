-- Two rows of core.dim_support_tier have the same key
select support_tier_key
from core.dim_support_tier
group by support_tier_key
having count(*) > 1
