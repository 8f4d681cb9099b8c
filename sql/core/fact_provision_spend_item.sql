-- One row per item on which a provision spent.
--
-- Above £30,000 the host school and the neighbourhood partnership both sign, no later than the day of the payment (FIN-007).
with item as (

    select
        staged.*,
        coalesce(staged.item_date, financial_month_start(staged.financial_year, cast(staged.quarter as bigint) * 3 - 2)) as known_on
    from staged.provision_spend_item as staged

)

select
    stable_key(item.provision_code, item.financial_year, item.quarter, item.item_id) as provision_spend_item_key,
    item.item_id,
    item.provision_code,
    coalesce(provision.provision_key, -1) as provision_key,
    item.financial_year as time_period,
    'Financial year Q' || cast(item.quarter as varchar) as time_identifier,
    item.quarter,
    item.item_date,
    item.description_category,
    item.cfr_code,
    item.amount_gbp,
    coalesce(item.amount_gbp > 30000, false) as is_over_30k,
    coalesce(item.signature_host_school and item.signature_host_date <= item.item_date, false) as is_signed_by_host,
    coalesce(item.signature_partnership and item.signature_partnership_date <= item.item_date, false) as is_signed_by_partnership,
    item.submission_key,
    item.source_line
from item
left join core.dim_provision as provision
    on provision.provision_code = item.provision_code
    and item.known_on between provision.valid_from and provision.valid_to
