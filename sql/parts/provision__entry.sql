-- One row per provision and version of its entry in the register, with its tier and who says who is there.
--
-- Pupils of a special school of the authority are on its roll, and no register tells of placements there. The census of another authority's
-- schools does not come here: who is placed in one of them is known by the register of placements.
select
    version.*,
    coalesce(tier.support_tier, 'None') as support_tier,
    coalesce(version.provision_type = 'SPECIAL'
        and version.host_laestab is not null
        and coalesce(version.la_code, home.la_code) = home.la_code, false) as is_by_roll
from core.dim_provision as version
join core.dim_local_authority as home
    on home.is_home_la
left join core.dim_support_tier as tier
    on tier.support_tier_key = version.support_tier_key
where version.provision_code is not null
