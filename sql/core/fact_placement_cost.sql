-- One row per placement, month and element of cost; more than one where a month was invoiced twice.
--
-- A cost whose placement the register lacks is kept under the unknown placement: the money was spent (FIN-011). The ledger is the authority's own:
-- where it names none, the authority pays.
with cost as (

    select
        staged.*,
        financial_month_start(staged.financial_year, staged.month) as month_start,
        row_number() over (
            partition by staged.placement_id, staged.financial_year, staged.month, staged.element,
                staged.provider_sector, staged.s251_line, staged.invoice_ref
            order by staged.source_line
        ) as nth
    from staged.placement_cost as staged

)

select
    stable_key(
        cost.placement_id,
        cost.financial_year,
        cost.month,
        cost.element,
        cost.provider_sector,
        cost.s251_line,
        cost.invoice_ref,
        cost.nth
    ) as placement_cost_key,
    cost.placement_id,
    coalesce(placement.placement_key, -1) as placement_key,
    placement.provision_code,
    coalesce(provision.provision_key, placement.provision_key, -1) as provision_key,
    coalesce(cost.la_code, cast(home.value as integer)) as la_code,
    cost.financial_year as time_period,
    'Financial year' as time_identifier,
    cost.month,
    cost.month_start,
    cost.element,
    cost.provider_sector,
    cost.s251_line as line_code,
    case when cost.s251_line is null then -2 else coalesce(line.s251_line_key, -1) end as s251_line_key,
    cost.budget_gbp,
    cost.actual_gbp,
    cost.forecast_gbp,
    cost.invoice_ref,
    cost.submission_key,
    cost.source_line
from cost
join config.setting as home
    on home.name = 'la'
left join core.fact_placement as placement
    on placement.placement_id = cost.placement_id
left join core.dim_provision as provision
    on provision.provision_code = placement.provision_code
    and cost.month_start between provision.valid_from and provision.valid_to
left join core.dim_s251_line as line
    on line.line_code = cost.s251_line
    and cost.financial_year between line.valid_from_fy and line.valid_to_fy
