-- One row per week in which any source but the list of children looked after speaks, and the day of which its figures are.
--
-- The day is the Thursday, or the last school day before it; of a week that begins later its first school day, and of one that runs the last
-- that has come. A week without a school day has no row. In a year whose term dates nobody has told every Thursday is one.
with day as (

    select
        week_commencing,
        coalesce(
            max(case when is_school_day and date <= add_days(week_commencing, 3) then date end),
            min(case when is_school_day then date end),
            max(case when school_day_ordinal is null and date = add_days(week_commencing, 3) then date end)) as as_at_date
    from core.dim_date
    where date <= as_of_date()
    group by week_commencing

),

begun as (

    select min(known_from) as first_day
    from mart.mart_vulnerable_cohorts__known
    where source <> 'lac_register'    -- which tells of years before anybody else does

)

select
    day.week_commencing,
    day.as_at_date,
    calendar.time_period,
    calendar.term,
    day.as_at_date = max(day.as_at_date) over () as is_current
from day
join core.dim_date as calendar
    on calendar.date = day.as_at_date
join begun
    on day.as_at_date >= begun.first_day
