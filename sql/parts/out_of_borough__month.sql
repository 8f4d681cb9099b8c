-- One row per month that has begun, and financial year, since the first placement of the register.
--
-- A month is costed where any cost of a placement of the authority has come for it; a year, where one of its months is.
with month as (

    select
        financial_year as time_period,
        financial_month as month,
        min(date) as first_day,
        max(date) as window_end
    from core.dim_date
    group by financial_year, financial_month

),

register as (

    select min(start_date) as first_date
    from core.fact_placement

),

costed as (

    select distinct fact.time_period, fact.month
    from core.fact_placement_cost as fact
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = fact.la_code
    where fact.actual_gbp is not null

),

period as (

    select month.time_period, month.month, name.time_identifier, month.first_day as period_start, month.first_day, month.window_end,
        costed.month is not null as is_costed
    from month
    join (values
        (1, 'April'), (2, 'May'), (3, 'June'), (4, 'July'), (5, 'August'), (6, 'September'), (7, 'October'), (8, 'November'), (9, 'December'),
        (10, 'January'), (11, 'February'), (12, 'March')) as name (month, time_identifier)
        on name.month = month.month
    left join costed
        on costed.time_period = month.time_period
        and costed.month = month.month

    union all

    select month.time_period, null, 'Financial year', null, min(month.first_day), max(month.window_end), count(costed.month) > 0
    from month
    left join costed
        on costed.time_period = month.time_period
        and costed.month = month.month
    group by month.time_period

)

select
    period.time_period,
    period.month,
    period.time_identifier,
    period.period_start,
    period.first_day,
    period.window_end,
    least(period.window_end, as_of_date()) as last_day,
    period.is_costed
from period
join register
    on register.first_date <= period.window_end
where period.first_day <= as_of_date()
