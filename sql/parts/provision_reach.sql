-- One row per cell, part and school that a provision is for, and placement by which one of these was reached.
--
-- Schools are those of the provision's neighbourhood and of a phase that it takes, as both stand on the last day of the period, whether its
-- places are known or not; only of these is asked whether they were reached. Of a kind or tier each provision has its own schools.
with period as (    -- since the register of placements tells of any

    select period.time_period, period.time_identifier, least(period.window_end, as_of_date()) as last_day
    from core.dim_academic_period as period
    join (select min(start_date) as first_start from core.fact_placement) as register
        on period.window_end >= register.first_start
    where period.is_begun

),

reachable as (

    select period.time_period, period.time_identifier, entry.provision_code, entry.provision_type, entry.support_tier, school.laestab, school.school_key
    from period
    join part.provision__entry as entry
        on period.last_day between entry.valid_from and entry.valid_to
        and not entry.is_by_roll    -- nobody is placed there
    join core.dim_school as school
        on school.neighbourhood = entry.neighbourhood
        and period.last_day between school.valid_from and school.valid_to
        and coalesce(school.close_date > period.last_day, true)
        and (
            school.education_phase = 'Special'
            or school.education_phase = 'Primary' and (entry.key_stages like '%KS1%' or entry.key_stages like '%KS2%')
            or school.education_phase = 'Secondary' and (entry.key_stages like '%KS3%' or entry.key_stages like '%KS4%'))

),

reached as (

    select time_period, time_identifier, provision_code, home_laestab, min(placement_key) as placement_key
    from part.provision__stay
    group by time_period, time_identifier, provision_code, home_laestab

),

amount as (

    select time_period, time_identifier, provision_code, provision_type, support_tier, 'reachable_school' as part, 'core.dim_school' as fact,
        school_key as fact_key
    from reachable

    union all

    select reachable.time_period, reachable.time_identifier, reachable.provision_code, reachable.provision_type, reachable.support_tier,
        'partnership_school', 'core.fact_placement', reached.placement_key
    from reachable
    join reached
        on reached.time_period = reachable.time_period
        and reached.time_identifier = reachable.time_identifier
        and reached.provision_code = reachable.provision_code
        and reached.home_laestab = reachable.laestab

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
    cast(1 as bigint) as amount,
    amount.fact,
    amount.fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
