-- One row per cell and placement by whose pupil a place was taken on school days: how many days.
--
-- Only days count on which places were commissioned, in the provision, kind and tier whose places they were: both sides of occupancy are of
-- the same provisions. A pupil's day counts once a cell, however many placements the pupil has there on it.
with spent as (

    select
        entry.provision_code,
        entry.provision_type,
        entry.support_tier,
        fact.pupil_key,
        fact.placement_key,
        greatest(fact.start_date, entry.valid_from) as first_day,
        least(coalesce(fact.end_date, as_of_date()), as_of_date(), entry.valid_to) as last_day
    from core.fact_placement as fact
    join part.provision__entry as entry
        on entry.provision_code = fact.provision_code
        and entry.commissioned_capacity is not null
        and not entry.is_by_roll

),

day as (

    select scoped.scope_type, scoped.scope_code, scoped.pupil_key, calendar.date, min(scoped.placement_key) as placement_key
    from (
        select spent.*, scope.scope_type,
            case scope.scope_type
                when 'PROVISION' then spent.provision_code
                when 'PROVISION_TYPE' then spent.provision_type
                when 'SUPPORT_TIER' then spent.support_tier
                else 'Total'
            end as scope_code
        from spent
        cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
    ) as scoped
    join core.dim_date as calendar
        on calendar.date between scoped.first_day and scoped.last_day
        and calendar.is_school_day
    group by scoped.scope_type, scoped.scope_code, scoped.pupil_key, calendar.date

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    day.scope_type,
    day.scope_code,
    'occupied_day' as part,
    count(*) as amount,
    'core.fact_placement' as fact,
    day.placement_key as fact_key
from day
join core.dim_academic_period as period
    on period.is_begun
    and day.date between period.window_start and period.window_end
join core.dim_local_authority as home
    on home.is_home_la
group by home.la_code, period.time_period, period.time_identifier, day.scope_type, day.scope_code, day.placement_key
