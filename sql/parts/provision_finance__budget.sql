-- One row per row of a provision's budget and period in which it stands, in pence: its quarter, and its financial year where none of a later quarter has come.
--
-- What is brought forward stands on every row of a provision, so that one row of a quarter speaks for all. What is left of a row is its
-- budget less what was spent; of a row that does not tell what was spent nothing is known to be left.
with budget as (

    select
        fact.*,
        coalesce(provision.provision_type, latest.provision_type, 'Unknown') as provision_type,
        max(fact.quarter) over (partition by fact.provision_code, fact.time_period) as last_quarter,
        count(fact.actual_to_date_gbp) over (partition by fact.provision_code, fact.time_period, fact.quarter) as rows_spent,
        max(case when fact.has_planned_surplus_use then 1 else 0 end) over (
            partition by fact.provision_code, fact.time_period, fact.quarter) as planned,
        row_number() over (
            partition by fact.provision_code, fact.time_period, fact.quarter
            order by fact.balance_brought_forward_gbp desc nulls last, fact.provision_budget_key) as nth_of_quarter
    from core.fact_provision_budget as fact
    left join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
    left join core.dim_provision as latest    -- a quarter may begin before its first version
        on latest.provision_code = fact.provision_code
        and latest.is_latest
    where fact.quarter_start <= as_of_date()

)

select
    budget.provision_budget_key,
    budget.provision_code,
    budget.provision_type,
    budget.time_period,
    case when period.is_year then 'Financial year' else budget.time_identifier end as time_identifier,
    budget.quarter,
    budget.category,
    budget.cfr_code,
    cast(100 * budget.annual_budget_gbp as bigint) as annual_pence,
    cast(100 * budget.budget_to_date_gbp as bigint) as due_pence,
    cast(100 * budget.actual_to_date_gbp as bigint) as spent_pence,
    cast(100 * budget.committed_gbp as bigint) as committed_pence,
    cast(100 * budget.forecast_outturn_gbp as bigint) as forecast_pence,
    cast(100 * budget.balance_brought_forward_gbp as bigint) as brought_pence,
    budget.is_below_quarter_before,
    budget.submitted_date,
    budget.nth_of_quarter = 1 as is_first,
    budget.rows_spent > 0 as is_spent,
    budget.planned = 1 as is_planned
from budget
cross join (values (true), (false)) as period (is_year)
where not period.is_year
    or budget.quarter = budget.last_quarter
