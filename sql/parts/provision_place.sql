-- One row per cell, part and what adds to it beside placements that last: commissioned places, schools that may use them, and pupils who wait.
--
-- Places are those commissioned on the last day of the period, or of the as-of while it runs; days of places are its school days so far.
-- Places of special schools of the authority are not among them: their pupils are on roll, and no register tells of placements there.
-- A pupil waits from the day of the referral to the day before the first of the placement: the register tells of no other.
with period as (    -- since the register of placements tells of any

    select period.time_period, period.time_identifier, period.window_start, least(period.window_end, as_of_date()) as last_day
    from core.dim_academic_period as period
    join (select min(start_date) as first_start from core.fact_placement) as register
        on period.window_end >= register.first_start
    where period.is_begun

),

provision as (

    select version.*, coalesce(tier.support_tier, 'None') as support_tier
    from core.dim_provision as version
    left join core.dim_support_tier as tier
        on tier.support_tier_key = version.support_tier_key
    where version.provision_code is not null
        and version.commissioned_capacity is not null
        and not coalesce(version.provision_type = 'SPECIAL' and version.host_laestab is not null, false)    -- its pupils are on its roll

),

place as (

    select period.time_period, period.time_identifier, period.last_day, provision.provision_key, provision.provision_code, provision.provision_type,
        provision.support_tier, provision.commissioned_capacity,
        period.last_day between provision.valid_from and provision.valid_to as is_last,
        count(day.date) as days
    from period
    join provision
        on provision.valid_from <= period.last_day
        and provision.valid_to >= period.window_start
    left join core.dim_date as day
        on day.is_school_day
        and day.date between greatest(period.window_start, provision.valid_from) and least(period.last_day, provision.valid_to)
    group by period.time_period, period.time_identifier, period.last_day, provision.provision_key, provision.provision_code,
        provision.provision_type, provision.support_tier, provision.commissioned_capacity, provision.valid_from, provision.valid_to

),

amount as (

    select time_period, time_identifier, provision_code, provision_type, support_tier, 'place' as part,
        case when is_last then commissioned_capacity else 0 end as amount, 'core.dim_provision' as fact, provision_key as fact_key
    from place

    union all

    select time_period, time_identifier, provision_code, provision_type, support_tier, 'place_day', commissioned_capacity * days,
        'core.dim_provision', provision_key
    from place

    union all

    select place.time_period, place.time_identifier, place.provision_code, place.provision_type, place.support_tier, 'reachable_school', 1,
        'core.dim_school', school.school_key
    from place
    join core.dim_provision as provision
        on provision.provision_key = place.provision_key
    join core.dim_school as school
        on school.neighbourhood = provision.neighbourhood
        and place.last_day between school.valid_from and school.valid_to
        and coalesce(school.close_date > place.last_day, true)
        and (
            school.education_phase = 'Special'
            or school.education_phase = 'Primary' and (provision.key_stages like '%KS1%' or provision.key_stages like '%KS2%')
            or school.education_phase = 'Secondary' and (provision.key_stages like '%KS3%' or provision.key_stages like '%KS4%'))
    where place.is_last

    union all

    select period.time_period, period.time_identifier, coalesce(waiting.provision_code, 'Unknown'),
        coalesce(version.provision_type, 'Unknown'), coalesce(tier.support_tier, 'None'), 'waiting', 1, 'core.fact_placement', waiting.placement_key
    from period
    join core.fact_placement as waiting
        on waiting.referral_date <= period.last_day
        and waiting.start_date > period.last_day
    left join core.dim_provision as version
        on version.provision_key = waiting.provision_key
    left join core.dim_support_tier as tier
        on tier.support_tier_key = waiting.support_tier_key

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    amount.time_period,
    amount.time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then amount.provision_code
        when 'PROVISION_TYPE' then amount.provision_type
        when 'SUPPORT_TIER' then amount.support_tier
        else 'Total'
    end as scope_code,
    amount.part,
    cast(amount.amount as bigint) as amount,
    amount.fact,
    amount.fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
