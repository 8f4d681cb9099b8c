-- One row per provision, quarter of a financial year, category and CFR code.
--
-- Budget and spending are told to the end of the quarter, so that quarters are never added. Spending that is lower than a quarter
-- before is a mistake or a refund (FIN-006); a refund stays.
with budget as (

    select
        staged.*,
        financial_month_start(staged.financial_year, cast(staged.quarter as bigint) * 3 - 2) as quarter_start,
        lag(staged.actual_to_date_gbp) over (
            partition by staged.provision_code, staged.financial_year, staged.category, staged.cfr_code
            order by staged.quarter, staged.source_line
        ) as actual_before
    from staged.provision_budget as staged

)

select
    stable_key(budget.provision_code, budget.financial_year, budget.quarter, budget.category, budget.cfr_code) as provision_budget_key,
    budget.provision_code,
    coalesce(provision.provision_key, -1) as provision_key,
    budget.neighbourhood,
    budget.host_laestab,
    case when budget.host_laestab is null then -2 else coalesce(school.school_key, -1) end as host_school_key,
    budget.financial_year as time_period,
    'Financial year Q' || cast(budget.quarter as varchar) as time_identifier,
    budget.quarter,
    budget.quarter_start,
    budget.category,
    budget.cfr_code,
    budget.annual_budget_gbp,
    budget.budget_to_date_gbp,
    budget.actual_to_date_gbp,
    budget.committed_gbp,
    budget.forecast_outturn_gbp,
    gbp(budget.actual_to_date_gbp - budget.budget_to_date_gbp) as variance_gbp,
    budget.balance_brought_forward_gbp,
    budget.planned_surplus_use is not null as has_planned_surplus_use,
    coalesce(budget.actual_to_date_gbp < budget.actual_before, false) as is_below_quarter_before,
    budget.submitted_date,
    budget.submission_key,
    budget.source_line
from budget
left join core.dim_provision as provision
    on provision.provision_code = budget.provision_code
    and budget.quarter_start between provision.valid_from and provision.valid_to
left join core.dim_school as school
    on school.laestab = budget.host_laestab
    and budget.quarter_start between school.valid_from and school.valid_to
