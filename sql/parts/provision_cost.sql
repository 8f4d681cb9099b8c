-- One row per cell, part and amount that was spent on a placement: pence, and the school days of its month that it bought.
--
-- A month counts in the term in which it begins. Days are those of the placement in months of which an amount has come, once a month,
-- so that a week is not cheap because its invoice is late.
with calendar as (

    select date, financial_year, financial_month, is_school_day
    from core.dim_date

),

cost as (

    select
        fact.placement_cost_key,
        fact.time_period as financial_year,
        fact.month,
        fact.month_start,
        fact.actual_gbp,
        placement.placement_key,
        placement.start_date,
        placement.end_date,
        coalesce(fact.provision_code, 'Unknown') as provision_code,
        coalesce(provision.provision_type, 'Unknown') as provision_type,
        coalesce(tier.support_tier, 'None') as support_tier,
        row_number() over (
            partition by fact.placement_key, fact.time_period, fact.month order by fact.placement_cost_key) as nth_of_month
    from core.fact_placement_cost as fact
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = fact.la_code
    left join core.fact_placement as placement
        on placement.placement_key = fact.placement_key
    left join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
    left join core.dim_support_tier as tier
        on tier.support_tier_key = placement.support_tier_key
    where fact.actual_gbp is not null

),

bought as (

    select cost.placement_cost_key, count(*) as days
    from cost
    join calendar
        on calendar.financial_year = cost.financial_year
        and calendar.financial_month = cost.month
        and calendar.is_school_day
        and calendar.date between cost.start_date and coalesce(cost.end_date, as_of_date())
    where cost.nth_of_month = 1
    group by cost.placement_cost_key

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then cost.provision_code
        when 'PROVISION_TYPE' then cost.provision_type
        when 'SUPPORT_TIER' then cost.support_tier
        else 'Total'
    end as scope_code,
    part.part,
    cast(case part.part when 'pence' then 100 * cost.actual_gbp else coalesce(bought.days, 0) end as bigint) as amount,
    'core.fact_placement_cost' as fact,
    cost.placement_cost_key as fact_key
from cost
join core.dim_local_authority as home
    on home.is_home_la
join core.dim_academic_period as period
    on period.is_begun
    and cost.month_start between period.window_start and period.window_end
left join bought
    on bought.placement_cost_key = cost.placement_cost_key
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)
cross join (values ('pence'), ('bought_day')) as part (part)
