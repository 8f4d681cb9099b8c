-- One row per cell, part and child placed out of borough on a day of the month or year, or cost of such a placement.
--
-- A child counts once in a cell, for protection where each of its placements is for it, and with its longest journey. Costs are of the month
-- for which they were paid, whether or not the child was placed in it, and their mean is of the children on whom they were spent.
with scope (scope_type) as (

    values ('Total'), ('SECTOR')

),

stay as (

    select
        month.time_period,
        month.time_identifier,
        month.period_start,
        scope.scope_type,
        case scope.scope_type when 'SECTOR' then placement.sector else 'Total' end as scope_code,
        placement.child_key,
        min(placement.placement_key) as placement_key,
        bool_and(placement.is_protective) as is_protective,
        max(placement.travel_minutes) as travel_minutes
    from part.out_of_borough__month as month
    join part.out_of_borough__placement as placement
        on placement.start_date <= month.last_day
        and coalesce(placement.end_date >= month.first_day, true)
    cross join scope
    group by month.time_period, month.time_identifier, month.period_start, scope.scope_type,
        case scope.scope_type when 'SECTOR' then placement.sector else 'Total' end, placement.child_key

),

spent as (

    select
        month.time_period,
        month.time_identifier,
        month.period_start,
        scope.scope_type,
        case scope.scope_type when 'SECTOR' then placement.sector else 'Total' end as scope_code,
        placement.child_key,
        placement.placement_key,
        fact.placement_cost_key,
        fact.actual_gbp
    from core.fact_placement_cost as fact
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = fact.la_code
    join part.out_of_borough__placement as placement
        on placement.placement_key = fact.placement_key
    join part.out_of_borough__month as month
        on month.time_period = fact.time_period
        and coalesce(month.month = fact.month, true)
    cross join scope
    where fact.actual_gbp <> 0
        and fact.month_start <= as_of_date()

),

child as (    -- on whom something was spent

    select time_period, time_identifier, period_start, scope_type, scope_code, child_key, min(placement_key) as placement_key
    from spent
    group by time_period, time_identifier, period_start, scope_type, scope_code, child_key
    having sum(actual_gbp) <> 0    -- what was taken back was not spent

),

happened as (

    select stay.time_period, stay.time_identifier, stay.period_start, stay.scope_type, stay.scope_code, part.part,
        cast(case part.part when 'travel_minutes' then stay.travel_minutes else 1 end as bigint) as amount,
        'core.fact_placement' as fact, stay.placement_key as fact_key
    from stay
    left join child
        on child.time_period = stay.time_period
        and child.time_identifier = stay.time_identifier
        and child.scope_type = stay.scope_type
        and child.scope_code = stay.scope_code
        and child.child_key = stay.child_key
    join (values ('pupil'), ('protective'), ('travelling'), ('travel_minutes'), ('uncosted')) as part (part)
        on part.part = 'pupil'
        or part.part = 'protective' and stay.is_protective
        or part.part in ('travelling', 'travel_minutes') and stay.travel_minutes is not null
        or part.part = 'uncosted' and child.child_key is null

    union all

    select time_period, time_identifier, period_start, scope_type, scope_code, 'costed', 1, 'core.fact_placement', placement_key
    from child

    union all

    select time_period, time_identifier, period_start, scope_type, scope_code, 'cost_pence', cast(100 * actual_gbp as bigint),
        'core.fact_placement_cost', placement_cost_key
    from spent

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    happened.time_period,
    happened.time_identifier,
    happened.period_start,
    happened.scope_type,
    happened.scope_code,
    happened.part,
    happened.amount,
    happened.fact,
    happened.fact_key
from happened
join core.dim_local_authority as home
    on home.is_home_la
