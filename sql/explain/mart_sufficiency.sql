-- One row per row of the mart, of its known places and pupils in them, and version of a provision or placement, or pupil on roll, that adds to it.
--
-- A pupil counts once in a tier or in all, by the first of the facts that say so.
with listed as (

    select
        stood.week_commencing,
        kind.scope_type,
        case kind.scope_type when 'PROVISION' then stood.provision_code when 'SUPPORT_TIER' then stood.support_tier else 'Total' end as scope_code,
        'place' as part,
        stood.commissioned_capacity as amount,
        'core.dim_provision' as fact,
        stood.provision_key as fact_key
    from mart.mart_sufficiency__provision as stood
    cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)
    where stood.has_places

    union all

    select week_commencing, scope_type, scope_code, 'placed', 1, fact, fact_key
    from (
        select placed.*, kind.scope_type,
            case kind.scope_type when 'PROVISION' then placed.provision_code when 'SUPPORT_TIER' then placed.support_tier else 'Total' end as scope_code
        from mart.mart_sufficiency__placed as placed
        cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)
        where placed.is_placed
            and placed.has_places
    ) as counted
    qualify row_number() over (partition by week_commencing, scope_type, scope_code, pupil_key order by fact, fact_key) = 1

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
    case when mart.occupancy_pct_status <> 'x' then cast(rate(
        cast(coalesce(sum(case when listed.part = 'placed' then listed.amount end) over one, 0) as bigint),
        cast(sum(case when listed.part = 'place' then listed.amount end) over one as bigint)) as varchar) end as recomputed
from mart.mart_sufficiency as mart
left join listed
    on listed.scope_type = mart.scope_type
    and listed.scope_code = mart.scope_code
    and listed.week_commencing = mart.week_commencing
window one as (partition by mart.scope_type, mart.scope_code, mart.week_commencing)
