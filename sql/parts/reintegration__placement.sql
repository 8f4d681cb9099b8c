-- One row per placement away from a mainstream school that has begun: in a behaviour provision, a pupil referral unit or other alternative
-- provision.
select
    fact.placement_key,
    fact.pupil_key,
    fact.pupil_term_key,
    fact.home_laestab,
    fact.start_date,
    fact.end_date,
    fact.destination,
    fact.reason
from core.fact_placement as fact
join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
    and provision.provision_type in ('BEHAVIOUR_PROVISION', 'PRU_AP', 'UNREGISTERED_AP')
where fact.start_date <= as_of_date()
