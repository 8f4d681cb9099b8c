-- One row per quarter of a financial year, and financial year, since provisions tell of their money.
--
-- Its return is on time up to the day that the contract of the return sets. A year counts from the first quarter of which any tells.
select
    day.financial_year as time_period,
    case when day.financial_quarter is null then 'Financial year' else 'Financial year Q' || cast(day.financial_quarter as varchar) end as time_identifier,
    day.financial_quarter as quarter,
    min(day.date) as window_start,
    max(day.date) as window_end,
    add_days(max(day.date), max(cadence.due_after_days)) as due_date
from core.dim_date as day
join (
    select min(first_day) as first_day
    from (
        select min(quarter_start) as first_day
        from core.fact_provision_budget

        union all

        select min(financial_month_start(time_period, cast(quarter as bigint) * 3 - 2))
        from core.fact_provision_spend_item
    ) as fact
) as register
    on day.date >= register.first_day
join config.return_cadence as cadence
    on cadence.return_name = 'provision_budget_q'
group by grouping sets ((day.financial_year, day.financial_quarter), (day.financial_year))
having min(day.date) <= as_of_date()
