-- A row of core.fact_placement has a school, provision, pupil or tier that no dimension knows
-- severity: FAIL
-- why: a placement whose school, provision, pupil or tier is in no dimension is in no figure that joins them
-- matters: places in use and their costs would be too low
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_placement gives another one
select fact.placement_key
from core.fact_placement as fact
left join core.dim_school as school
    on school.school_key = fact.home_school_key
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = fact.pupil_term_key
left join core.dim_support_tier as tier
    on tier.support_tier_key = fact.support_tier_key
where school.school_key is null
    or provision.provision_key is null
    or pupil.pupil_term_key is null
    or tier.support_tier_key is null
