-- One row per provision, tier of support or all provisions, and week with a school day: places, who takes them and who waits.
--
-- Pupils of a week are those of its fullest day; places and those who wait are of its last school day. A place of a tier or of all is
-- one of a provision: who is in two takes two. What is planned is what the register says of days to come, and stands in the last week alone.
with week as (

    select week.*, week.last_day = max(week.last_day) over () as is_current
    from (
        select calendar.week_commencing, max(calendar.time_period) as time_period, max(calendar.date) as last_day
        from core.dim_date as calendar
        join (select min(start_date) as first_start from core.fact_placement) as register
            on calendar.date >= register.first_start
        where calendar.is_school_day
            and calendar.date <= as_of_date()
        group by calendar.week_commencing
    ) as week

),

scope_of as (    -- of a provision as it is in the latest version of its entry

    select version.provision_code, coalesce(tier.support_tier, 'None') as support_tier
    from core.dim_provision as version
    left join core.dim_support_tier as tier
        on tier.support_tier_key = version.support_tier_key
    where version.is_latest
        and version.provision_code is not null

    union all

    select 'Unknown', 'None'

),

scope as (

    select scope_of.provision_code, kind.scope_type,
        case kind.scope_type when 'PROVISION' then scope_of.provision_code when 'SUPPORT_TIER' then scope_of.support_tier else 'Total' end as scope_code
    from scope_of
    cross join (values ('PROVISION'), ('SUPPORT_TIER'), ('Total')) as kind (scope_type)

),

offered as (

    select week.week_commencing, scope.scope_type, scope.scope_code,
        sum(case when week.last_day between version.valid_from and version.valid_to then version.commissioned_capacity end) as places,
        sum(case when week.last_day between version.valid_from and version.valid_to then version.capacity_primary end) as places_primary,
        sum(case when week.last_day between version.valid_from and version.valid_to then version.capacity_secondary end) as places_secondary,
        sum(case when week.last_day between version.valid_from and version.valid_to then version.capacity_post16 end) as places_post16,
        sum(case when week.is_current and version.is_latest and version.valid_to = date '9999-12-31' then version.commissioned_capacity
            when week.is_current then 0 end) as planned_places,
        max(case when week.is_current and version.valid_from > week.last_day then version.valid_from end) as planned_from
    from week
    join core.dim_provision as version
        on version.valid_to >= week.week_commencing
        and (version.valid_from <= week.last_day or week.is_current)
    join scope
        on scope.provision_code = version.provision_code
    group by week.week_commencing, scope.scope_type, scope.scope_code

),

taken as (

    select daily.week_commencing, daily.scope_type, daily.scope_code, max(daily.placed) as placed, max(daily.ehcp_pupils) as ehcp_pupils,
        max(daily.part_time_pupils) as part_time_pupils, max(case when daily.date = week.last_day then daily.waiting end) as waiting
    from (
        select scope.scope_type, scope.scope_code, placed.week_commencing, placed.date, sum(placed.placed) as placed,
            sum(placed.ehcp_pupils) as ehcp_pupils, sum(placed.part_time_pupils) as part_time_pupils, sum(placed.waiting) as waiting
        from mart.mart_sufficiency__placed as placed
        join scope
            on scope.provision_code = placed.provision_code
        group by scope.scope_type, scope.scope_code, placed.week_commencing, placed.date
    ) as daily
    join week
        on week.week_commencing = daily.week_commencing
    group by daily.week_commencing, daily.scope_type, daily.scope_code

),

cell as (

    select
        coalesce(offered.week_commencing, taken.week_commencing) as week_commencing,
        coalesce(offered.scope_type, taken.scope_type) as scope_type,
        coalesce(offered.scope_code, taken.scope_code) as scope_code,
        offered.places,
        offered.places_primary, offered.places_secondary, offered.places_post16,
        offered.planned_places,
        offered.planned_from,
        coalesce(taken.placed, 0) as placed,
        coalesce(taken.ehcp_pupils, 0) as ehcp_pupils,
        coalesce(taken.part_time_pupils, 0) as part_time_pupils,
        coalesce(taken.waiting, 0) as waiting
    from offered
    full join taken
        on taken.week_commencing = offered.week_commencing
        and taken.scope_type = offered.scope_type
        and taken.scope_code = offered.scope_code

)

select
    home.la_code,
    home.la_name,
    week.time_period,
    'Week' as time_identifier,
    week.week_commencing,
    week.last_day as as_at_date,
    cell.scope_type,
    cell.scope_code,
    case cell.scope_type
        when 'PROVISION' then coalesce(provision.provision_name, 'Not in the register')
        when 'SUPPORT_TIER' then coalesce(tier.support_tier_name, 'No tier')
        else 'All provisions'
    end as scope_name,
    provision.provision_type,
    provision.neighbourhood,
    provision.key_stages,
    provision.need_focus,
    provision.la_code <> home.la_code as is_external,
    week.is_current,
    cast(coalesce(cell.places, 0) as integer) as places,
    cast(cell.places_primary as integer) as places_primary,
    cast(cell.places_secondary as integer) as places_secondary,
    cast(cell.places_post16 as integer) as places_post16,
    cast(cell.planned_places as integer) as planned_places,
    cell.planned_from,
    cast(cell.placed as integer) as placed,
    cast(cell.ehcp_pupils as integer) as ehcp_pupils,
    cast(cell.part_time_pupils as integer) as part_time_pupils,
    cast(cell.waiting as integer) as waiting,
    cast(cell.placed + cell.waiting as integer) as demand,
    cast(coalesce(cell.places, 0) - cell.placed - cell.waiting as integer) as headroom,
    rate(cast(cell.placed as bigint), cast(cell.places as bigint)) as occupancy_pct,
    case when coalesce(cell.places, 0) = 0 then 'z' else 'ok' end as occupancy_pct_status
from cell
join week
    on week.week_commencing = cell.week_commencing
join core.dim_local_authority as home
    on home.is_home_la
left join core.dim_provision as provision
    on cell.scope_type = 'PROVISION'
    and provision.provision_code = cell.scope_code
    and provision.is_latest
left join core.dim_support_tier as tier
    on cell.scope_type = 'SUPPORT_TIER'
    and tier.support_tier = cell.scope_code
