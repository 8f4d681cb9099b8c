-- One row per provision, tier of support or all provisions, and week with a school day: places, who takes them and who waits.
--
-- All figures of a week are of one day. A pupil counts once in a provision, a tier and in all. Of what has no known places the pupils are
-- told, and stand on neither side of occupancy and headroom. What is planned is what the register says of days to come, in the last week alone.
with planned as (

    select
        stood.provision_code,
        sum(case when entry.is_latest and entry.valid_to = date '9999-12-31' then entry.commissioned_capacity end) as places,
        bool_or(entry.is_latest and entry.valid_to = date '9999-12-31' and entry.commissioned_capacity is null) as is_unknown,
        max(case when entry.valid_from > stood.as_at_date then entry.valid_from end) as planned_from
    from mart.mart_sufficiency__provision as stood
    join part.provision__entry as entry
        on entry.provision_code = stood.provision_code
        and entry.valid_to >= stood.as_at_date
    where stood.is_current
    group by stood.provision_code

),

present as (

    select week_commencing, provision_code
    from mart.mart_sufficiency__placed
    where provision_code is not null
    group by week_commencing, provision_code

),

unnamed as (    -- schools that host several provisions, of whose pupils nobody knows in which they are

    select week_commencing, roll_laestab
    from mart.mart_sufficiency__placed
    where provision_code is null
    group by week_commencing, roll_laestab

),

scoped as (

    select stood.*, kind.scope_type, planned.places as planned_places, planned.is_unknown as is_plan_unknown, planned.planned_from,
        case kind.scope_type when 'PROVISION' then stood.provision_code when 'SUPPORT_TIER' then stood.support_tier else 'Total' end as scope_code,
        kind.scope_type = 'PROVISION' and unnamed.roll_laestab is not null as is_unnamed
    from mart.mart_sufficiency__provision as stood
    cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)
    left join planned
        on stood.is_current
        and planned.provision_code = stood.provision_code
    left join present
        on present.week_commencing = stood.week_commencing
        and present.provision_code = stood.provision_code
    left join unnamed
        on unnamed.week_commencing = stood.week_commencing
        and unnamed.roll_laestab = stood.roll_laestab
    where stood.is_open
        or planned.provision_code is not null
        or present.provision_code is not null

),

offered as (

    select week_commencing, as_at_date, time_period, is_current, scope_type, scope_code,
        case when sum(commissioned_capacity) is not null or not bool_or(is_unknown) then coalesce(sum(commissioned_capacity), 0) end as places,
        sum(capacity_primary) as places_primary,
        sum(capacity_secondary) as places_secondary,
        sum(capacity_post16) as places_post16,
        bool_or(is_unknown) as is_unknown,
        bool_or(is_unnamed) as is_unnamed,
        case when is_current and (sum(planned_places) is not null or not coalesce(bool_or(is_plan_unknown), false))
            then coalesce(sum(planned_places), 0) end as planned_places,
        max(planned_from) as planned_from
    from scoped
    group by week_commencing, as_at_date, time_period, is_current, scope_type, scope_code

),

taken as (

    select week_commencing, scope_type, scope_code,
        count(distinct case when is_placed then pupil_key end) as placed,
        count(distinct case when is_placed and has_ehcp then pupil_key end) as ehcp_pupils,
        count(distinct case when is_placed and is_part_time then pupil_key end) as part_time_pupils,
        count(distinct case when is_waiting then pupil_key end) as waiting,
        count(distinct pupil_key) as demand,
        count(distinct case when is_placed and has_places then pupil_key end) as placed_of_known,
        count(distinct case when has_places then pupil_key end) as demand_of_known
    from (
        select placed.*, kind.scope_type,
            case kind.scope_type when 'PROVISION' then placed.provision_code when 'SUPPORT_TIER' then placed.support_tier else 'Total' end as scope_code
        from mart.mart_sufficiency__placed as placed
        cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)
    ) as counted
    group by week_commencing, scope_type, scope_code

)

select
    home.la_code,
    home.la_name,
    offered.time_period,
    'Week' as time_identifier,
    offered.week_commencing,
    offered.as_at_date,
    offered.scope_type,
    offered.scope_code,
    case offered.scope_type
        when 'PROVISION' then coalesce(provision.provision_name, 'Not in the register')
        when 'SUPPORT_TIER' then coalesce(tier.support_tier_name, 'No tier')
        else 'All provisions'
    end as scope_name,
    provision.provision_type,
    provision.neighbourhood,
    provision.key_stages,
    provision.need_focus,
    provision.la_code <> home.la_code as is_external,
    offered.is_current,
    cast(offered.places as integer) as places,
    cast(offered.places_primary as integer) as places_primary,
    cast(offered.places_secondary as integer) as places_secondary,
    cast(offered.places_post16 as integer) as places_post16,
    cast(offered.planned_places as integer) as planned_places,
    offered.planned_from,
    cast(case when not offered.is_unnamed then coalesce(taken.placed, 0) end as integer) as placed,
    cast(case when not offered.is_unnamed then coalesce(taken.ehcp_pupils, 0) end as integer) as ehcp_pupils,
    cast(case when not offered.is_unnamed then coalesce(taken.part_time_pupils, 0) end as integer) as part_time_pupils,
    cast(coalesce(taken.waiting, 0) as integer) as waiting,
    cast(case when not offered.is_unnamed then coalesce(taken.demand, 0) end as integer) as demand,
    cast(case when not offered.is_unnamed then offered.places - coalesce(taken.demand_of_known, 0) end as integer) as headroom,
    case when not offered.is_unnamed then rate(cast(coalesce(taken.placed_of_known, 0) as bigint), cast(offered.places as bigint)) end as occupancy_pct,
    case
        when offered.is_unnamed or offered.is_unknown and coalesce(offered.places, 0) = 0 then 'x'
        when offered.places = 0 then 'z'
        else 'ok'
    end as occupancy_pct_status
from offered
join core.dim_local_authority as home
    on home.is_home_la
left join taken
    on taken.week_commencing = offered.week_commencing
    and taken.scope_type = offered.scope_type
    and taken.scope_code = offered.scope_code
left join core.dim_provision as provision
    on offered.scope_type = 'PROVISION'
    and provision.provision_code = offered.scope_code
    and provision.is_latest
left join core.dim_support_tier as tier
    on offered.scope_type = 'SUPPORT_TIER'
    and tier.support_tier = offered.scope_code
