-- One row per tier of support that an authority offers, and one each for unknown and not applicable.
select
    stable_key(code) as support_tier_key,
    code as support_tier,
    label as support_tier_name,
    la_code,
    ordinal,
    eligibility
from config.support_tier

union all

select -1, null, 'Unknown', null, null, null

union all

select -2, null, 'Not applicable', null, null, null
