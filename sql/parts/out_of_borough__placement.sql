-- One row per placement with a provider of another authority that has begun, and the sector to which the authority pays its cost.
--
-- Where the register does not say the provider's authority, the provider's school or the provision does, or the sector of a maintained school of
-- another authority. The sector is that of the last month of which a cost has come; unknown where none has.
with sector as (

    select placement_key, provider_sector
    from core.fact_placement_cost
    where placement_key >= 0
        and provider_sector is not null
    qualify row_number() over (partition by placement_key order by month_start desc, placement_cost_key) = 1

)

select
    fact.placement_key,
    coalesce(fact.pupil_key, fact.placement_key) as child_key,
    fact.start_date,
    fact.end_date,
    fact.travel_minutes,
    fact.is_protective,
    coalesce(sector.provider_sector, 'UNKNOWN') as sector
from core.fact_placement as fact
join core.dim_local_authority as home
    on home.is_home_la
left join core.dim_school as school
    on school.urn = fact.provider_urn
    and fact.start_date between school.valid_from and school.valid_to
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join sector
    on sector.placement_key = fact.placement_key
where fact.start_date <= as_of_date()
    and coalesce(fact.end_date >= fact.start_date, true)
    and coalesce(fact.is_out_of_borough, school.la_code <> home.la_code, provision.la_code <> home.la_code, sector.provider_sector = 'OOB_MAINTAINED', false)
