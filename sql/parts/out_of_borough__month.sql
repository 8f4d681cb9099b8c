-- One row per month that has begun, and financial year, since the first placement of the register, or since it first came.
--
-- A month is costed where any cost of a placement of the authority, other than nought, has come for it; a year, where each of its months is that has
-- been over for as long as the ledger may take, and on a school day of which anybody was placed. Who is placed is known up to the month in which the
-- register last came, also unchanged.
with month as (

    select
        financial_year as time_period,
        financial_month as month,
        min(date) as first_day,
        max(date) as window_end,
        min(case when is_school_day or school_day_ordinal is null then date end) as first_school_day,
        max(case when is_school_day or school_day_ordinal is null then date end) as last_school_day
    from core.dim_date
    group by financial_year, financial_month

),

register as (

    select least(placement.first_date, delivery.first_date) as first_date, coalesce(delivery.last_date, as_of_date()) as known_to
    from (select min(start_date) as first_date from core.fact_placement) as placement
    cross join (
        select min(received_on) as first_date, max(received_on) as last_date
        from core.fact_return_delivery
        where return_name = 'placement_register'
            and is_accepted
    ) as delivery

),

placed as (    -- of which a cost is owed

    select distinct month.time_period, month.month
    from month
    join config.return_cadence as ledger
        on ledger.return_name = 'placement_cost'
        and add_days(month.window_end, ledger.due_after_days) < as_of_date()
    join core.fact_placement as placement
        on placement.start_date <= month.last_school_day
        and coalesce(placement.end_date >= month.first_school_day, true)

),

costed as (

    select distinct fact.time_period, fact.month
    from core.fact_placement_cost as fact
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = fact.la_code
    where fact.actual_gbp <> 0
        and fact.month_start <= as_of_date()

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

    select month.time_period, null, 'Financial year', null, min(month.first_day), max(month.window_end),
        count(costed.month) > 0 and count(case when costed.month is null then placed.month end) = 0
    from month
    left join placed
        on placed.time_period = month.time_period
        and placed.month = month.month
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
    register.known_to >= period.first_day as is_registered,
    period.is_costed
from period
join register
    on register.first_date <= period.window_end
where period.first_day <= as_of_date()
