-- Which provisions have spent more than their budget to date, and what do they forecast for the year, by the last quarter told?
-- Asked with --restricted.
-- A quarter is told to its end and holds those before it: quarters are never added.
select scope_name as "provision", time_period as "financial year", time_identifier as "to the end of",
    budget_to_date_gbp as "budget to date, £", actual_gbp as "spent, £", variance_gbp as "over budget, £",
    round(variance_pct, 1) as "over budget, %", forecast_variance_gbp as "forecast over the year's budget, £",
    nullif(variance_gbp_status, 'ok') as "why not told"
from mart_provision_finance
where scope_type = 'PROVISION' and category = 'Total' and time_identifier <> 'Financial year'
    and as_at_date = (select max(as_at_date) from mart_provision_finance
        where scope_type = 'Total' and category = 'Total' and time_identifier <> 'Financial year' and actual_gbp_status = 'ok')
order by variance_gbp desc nulls last, scope_code;

-- Which provisions kept a surplus without a plan, or paid for items that not both had signed, in the last year told to its end?
-- Asked with --restricted.
select scope_name as "provision", balance_cf_gbp as "carried forward, £", surpluses as "surplus",
    surpluses_planned as "use planned", items_over_30k as "items above £30,000",
    unsigned_items as "of these not signed in time", split_suspects as "may be split",
    nullif(balance_cf_gbp_status, 'ok') as "why there is no balance"
from mart_provision_finance
where scope_type = 'PROVISION' and category = 'Total' and time_identifier = 'Financial year'
    and time_period = (select max(time_period) from mart_provision_finance
        where scope_type = 'Total' and time_identifier = 'Financial year' and balance_cf_gbp_status = 'ok')
order by unsigned_items desc nulls last, surpluses - surpluses_planned desc nulls last, scope_code;
