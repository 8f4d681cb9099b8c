-- One row per cell, part and row of a provision's budget that adds to its balances: brought forward, left after the fourth quarter, differing.
--
-- A blank in what was brought forward is nought, as in rule FIN-010. What the year before left and what this year has brought forward
-- are compared where both are told; a pound is rounding.
with budget as (

    select *
    from part.provision_finance__budget

),

carried as (

    select
        provision_code, provision_type, time_period, time_identifier, provision_budget_key, is_first, is_planned,
        case when spent_pence is not null then coalesce(annual_pence, 0) - spent_pence else 0 end
            + case when is_first then coalesce(brought_pence, 0) else 0 end as pence
    from budget
    where quarter = 4
        and is_spent

),

closed as (

    select
        provision_code, provision_type, time_period, time_identifier,
        sum(pence) as pence,
        max(case when is_first then provision_budget_key end) as provision_budget_key,
        max(case when is_planned then 1 else 0 end) as planned
    from carried
    group by provision_code, provision_type, time_period, time_identifier

),

opened as (

    select budget.provision_code, budget.provision_type, budget.time_period, budget.time_identifier, budget.provision_budget_key,
        budget.brought_pence, before.pence as pence_before, before.time_period as period_before
    from budget
    left join closed as before
        on before.provision_code = budget.provision_code
        and before.time_period = budget.time_period - 101
        and before.time_identifier = 'Financial year'
    where budget.is_first
        and budget.brought_pence is not null

),

amount as (

    select provision_code, provision_type, time_period, time_identifier, 'brought_pence' as part, brought_pence as amount, provision_budget_key
    from opened

    union all

    select provision_code, provision_type, time_period, time_identifier, 'carried_pence', pence, provision_budget_key
    from carried

    union all

    select closed.provision_code, closed.provision_type, closed.time_period, closed.time_identifier, part.part,
        case when closed.pence > 0 and (part.part = 'surplus' or closed.planned = 1) then 1 else 0 end, closed.provision_budget_key
    from closed
    cross join (values ('surplus'), ('planned_surplus')) as part (part)

    union all

    select provision_code, provision_type, time_period, time_identifier, part.part,
        case part.part when 'gap_pence' then brought_pence else case when abs(brought_pence - pence_before) > 100 then 1 else 0 end end,
        provision_budget_key
    from opened
    cross join (values ('gap_pence'), ('unrolled')) as part (part)
    where pence_before is not null

    union all

    select opened.provision_code, opened.provision_type, opened.time_period, opened.time_identifier, 'gap_pence', -carried.pence,
        carried.provision_budget_key
    from opened
    join carried
        on carried.provision_code = opened.provision_code
        and carried.time_period = opened.period_before
        and carried.time_identifier = 'Financial year'

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
        else 'Total'
    end as scope_code,
    amount.part,
    cast(amount.amount as bigint) as amount,
    'core.fact_provision_budget' as fact,
    amount.provision_budget_key as fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE')) as scope (scope_type)
