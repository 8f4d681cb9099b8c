-- One row per row of the mart, of its places and pupils, and version of a provision or placement, or pupil on roll, that adds to it.
--
-- Of a tier or of all the fullest day is that of the sum: each provision's pupils of that day.
with scope as (

    select version.provision_code, version.provision_type, version.host_laestab, kind.scope_type,
        case kind.scope_type when 'PROVISION' then version.provision_code when 'SUPPORT_TIER' then coalesce(tier.support_tier, 'None') else 'Total' end
            as scope_code
    from core.dim_provision as version
    left join core.dim_support_tier as tier
        on tier.support_tier_key = version.support_tier_key
    cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)
    where version.is_latest
        and version.provision_code is not null

),

fullest as (

    select scope.scope_type, scope.scope_code, placed.week_commencing, placed.date, sum(placed.placed) as placed
    from mart.mart_sufficiency__placed as placed
    join scope
        on scope.provision_code = placed.provision_code
    group by scope.scope_type, scope.scope_code, placed.week_commencing, placed.date
    qualify row_number() over (
        partition by scope.scope_type, scope.scope_code, placed.week_commencing order by sum(placed.placed) desc, placed.date) = 1

),

listed as (

    select mart.scope_type, mart.scope_code, mart.week_commencing, 'place' as part, version.commissioned_capacity as amount,
        'core.dim_provision' as fact, version.provision_key as fact_key
    from mart.mart_sufficiency as mart
    join scope
        on scope.scope_type = mart.scope_type
        and scope.scope_code = mart.scope_code
    join core.dim_provision as version
        on version.provision_code = scope.provision_code
        and mart.as_at_date between version.valid_from and version.valid_to

    union all

    select distinct fullest.scope_type, fullest.scope_code, fullest.week_commencing, 'placed', 1, 'core.fact_placement', placement.placement_key
    from fullest
    join scope
        on scope.scope_type = fullest.scope_type
        and scope.scope_code = fullest.scope_code
        and not coalesce(scope.provision_type = 'SPECIAL' and scope.host_laestab is not null, false)
    join core.fact_placement as placement
        on placement.provision_code = scope.provision_code
        and fullest.date between placement.start_date and coalesce(placement.end_date, as_of_date())
    qualify row_number() over (    -- a pupil with two placements in a provision takes one place
        partition by fullest.scope_type, fullest.scope_code, fullest.week_commencing, scope.provision_code, placement.pupil_key
        order by placement.placement_key) = 1

    union all

    select fullest.scope_type, fullest.scope_code, fullest.week_commencing, 'placed', 1, 'core.fact_pupil_census', census.pupil_census_key
    from fullest
    join scope
        on scope.scope_type = fullest.scope_type
        and scope.scope_code = fullest.scope_code
        and scope.provision_type = 'SPECIAL'
    join core.fact_pupil_census as census
        on census.laestab = scope.host_laestab
        and census.is_on_roll
        and census.reference_date = (
            select max(last.reference_date)
            from core.fact_pupil_census as last
            where last.laestab = scope.host_laestab
                and last.is_on_roll
                and last.reference_date <= fullest.date)
    qualify row_number() over (
        partition by fullest.scope_type, fullest.scope_code, fullest.week_commencing, scope.provision_code, census.pupil_key
        order by census.pupil_census_key) = 1

)

select
    mart.scope_type,
    mart.scope_code,
    mart.week_commencing,
    mart.time_period,
    'occupancy_pct' as mart_column,
    listed.part,
    listed.amount,
    listed.fact,
    listed.fact_key,
    cast(rate(
        cast(coalesce(sum(case when listed.part = 'placed' then listed.amount end) over one, 0) as bigint),
        cast(sum(case when listed.part = 'place' then listed.amount end) over one as bigint)) as varchar) as recomputed
from mart.mart_sufficiency as mart
left join listed
    on listed.scope_type = mart.scope_type
    and listed.scope_code = mart.scope_code
    and listed.week_commencing = mart.week_commencing
window one as (partition by mart.scope_type, mart.scope_code, mart.week_commencing)
