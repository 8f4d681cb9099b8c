-- One row per cell, part and what adds to it beside placements that last: places, what has none that anybody knows, and pupils who wait.
--
-- Places are those commissioned on the last day of the period, or of the as-of while it runs; days of places are its school days so far.
-- Places of special schools of the authority are not among them: their pupils are on roll, and no register tells of placements there.
-- A pupil waits from the day of the referral to the day before the first of the placement, and not while placed there already.
with period as (    -- since the register of placements tells of any

    select period.time_period, period.time_identifier, period.window_start, least(period.window_end, as_of_date()) as last_day
    from core.dim_academic_period as period
    join (select min(start_date) as first_start from core.fact_placement) as register
        on period.window_end >= register.first_start
    where period.is_begun

),

place as (

    select period.time_period, period.time_identifier, entry.provision_key, entry.provision_code, entry.provision_type, entry.support_tier,
        entry.commissioned_capacity, period.last_day between entry.valid_from and entry.valid_to as is_last, count(day.date) as days
    from period
    join part.provision__entry as entry
        on entry.valid_from <= period.last_day
        and entry.valid_to >= period.window_start
        and not entry.is_by_roll
    left join core.dim_date as day
        on day.is_school_day
        and day.date between greatest(period.window_start, entry.valid_from) and least(period.last_day, entry.valid_to)
    group by period.time_period, period.time_identifier, period.last_day, entry.provision_key, entry.provision_code,
        entry.provision_type, entry.support_tier, entry.commissioned_capacity, entry.valid_from, entry.valid_to

),

amount as (

    select place.time_period, place.time_identifier, place.provision_code, place.provision_type, place.support_tier, part.part,
        case part.part
            when 'place' then case when place.is_last then place.commissioned_capacity else 0 end
            when 'place_day' then place.commissioned_capacity * place.days
            when 'unknown_place' then case when place.is_last then 1 else 0 end
            else place.days
        end as amount,
        'core.dim_provision' as fact, place.provision_key as fact_key, cast(null as bigint) as pupil_key
    from place
    join (values ('place', true), ('place_day', true), ('unknown_place', false), ('unknown_place_day', false)) as part (part, is_known)
        on part.is_known = (place.commissioned_capacity is not null)

    union all

    select stay.time_period, stay.time_identifier, stay.provision_code, stay.provision_type, stay.support_tier, part.part,
        case part.part when 'unknown_place' then 1 else stay.days end, 'core.fact_placement', stay.placement_key, null
    from part.provision__stay as stay
    cross join (values ('unknown_place'), ('unknown_place_day')) as part (part)
    where not exists (select 1 from part.provision__entry as entry where entry.provision_code = stay.provision_code)

    union all

    select period.time_period, period.time_identifier, coalesce(waiting.provision_code, 'Unknown'), coalesce(version.provision_type, 'Unknown'),
        coalesce(tier.support_tier, 'None'), 'waiting', 1, 'core.fact_placement', waiting.placement_key, waiting.pupil_key
    from period
    join core.fact_placement as waiting
        on waiting.referral_date <= period.last_day
        and waiting.start_date > period.last_day
    left join core.dim_provision as version
        on version.provision_key = waiting.provision_key
    left join core.dim_support_tier as tier
        on tier.support_tier_key = waiting.support_tier_key
    where not exists (
        select 1
        from core.fact_placement as present
        where present.pupil_key = waiting.pupil_key
            and present.provision_code = waiting.provision_code
            and period.last_day between present.start_date and coalesce(present.end_date, as_of_date()))

),

scoped as (

    select amount.*, scope.scope_type,
        case scope.scope_type
            when 'PROVISION' then amount.provision_code
            when 'PROVISION_TYPE' then amount.provision_type
            when 'SUPPORT_TIER' then amount.support_tier
            else 'Total'
        end as scope_code
    from amount
    cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    scoped.time_period,
    scoped.time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scoped.scope_type,
    scoped.scope_code,
    scoped.part,
    cast(scoped.amount as bigint) as amount,
    scoped.fact,
    scoped.fact_key
from scoped
join core.dim_local_authority as home
    on home.is_home_la
qualify scoped.part <> 'waiting' or row_number() over (    -- a pupil who waits twice waits once
    partition by scoped.part, scoped.time_period, scoped.time_identifier, scoped.scope_type, scoped.scope_code, scoped.pupil_key
    order by scoped.fact_key) = 1
