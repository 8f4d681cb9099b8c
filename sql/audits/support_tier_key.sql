-- Two rows of core.dim_support_tier have the same key
-- severity: FAIL
-- why: a tier of support stands once
-- matters: provisions and placements of it would stand twice
-- resolve: the named tier stands twice in config/reference/support_tier.csv: leave one
select support_tier_key
from core.dim_support_tier
group by support_tier_key
having count(*) > 1
