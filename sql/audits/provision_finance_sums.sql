-- Provisions, their kinds or categories do not add up to the money of all in a period
-- severity: FAIL
-- why: a row of a budget is of one provision, of one kind and of one category; what does not add up counts money twice or loses it
-- matters: boards read the total, and partnerships their own provision
-- resolve: a fault of the model: compare the scopes and topics in sql/parts/provision_finance.sql with the budgets of the named period
with whole as (

    select time_period, time_identifier, actual_gbp
    from mart.mart_provision_finance
    where scope_type = 'Total'
        and category = 'Total'

),

summed as (

    select
        time_period,
        time_identifier,
        case when category = 'Total' then scope_type else 'Category' end as sum_of,
        sum(actual_gbp) as actual_gbp
    from mart.mart_provision_finance
    where (category = 'Total') <> (scope_type = 'Total')
    group by time_period, time_identifier, case when category = 'Total' then scope_type else 'Category' end

)

select summed.time_period, summed.time_identifier, summed.sum_of, whole.actual_gbp, summed.actual_gbp as comes_to
from summed
left join whole
    on whole.time_period = summed.time_period
    and whole.time_identifier = summed.time_identifier
where whole.actual_gbp is distinct from summed.actual_gbp
