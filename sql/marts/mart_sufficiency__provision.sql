-- One row per week and provision of the register, and one for those that it does not know: its entry on the day of the week's snapshot.
--
-- The day is the Thursday, or the last school day before it; of a week that begins later its first school day, and of one that runs the last
-- that has come. Weeks are those since the first placement of the register. A tier is that of the latest version of the entry.
with day as (

    select week_commencing, coalesce(max(case when date <= add_days(week_commencing, 3) then date end), min(date)) as as_at_date
    from core.dim_date
    where is_school_day
        and date <= as_of_date()
    group by week_commencing

),

week as (

    select day.week_commencing, day.as_at_date, calendar.time_period, day.as_at_date = max(day.as_at_date) over () as is_current
    from day
    join core.dim_date as calendar
        on calendar.date = day.as_at_date
    join (select min(start_date) as first_start from core.fact_placement) as register
        on day.as_at_date >= register.first_start

),

latest as (

    select provision_code, support_tier, is_by_roll
    from part.provision__entry
    where is_latest

    union all

    select 'Unknown', 'None', false

)

select
    week.week_commencing,
    week.as_at_date,
    week.time_period,
    week.is_current,
    latest.provision_code,
    latest.support_tier,
    entry.provision_key,
    coalesce(entry.is_by_roll, latest.is_by_roll) as is_by_roll,
    case when entry.is_by_roll then entry.host_laestab end as roll_laestab,
    entry.provision_key is not null as is_open,
    entry.commissioned_capacity is not null as has_places,
    latest.provision_code = 'Unknown' or entry.provision_key is not null and entry.commissioned_capacity is null as is_unknown,
    entry.commissioned_capacity,
    entry.capacity_primary,
    entry.capacity_secondary,
    entry.capacity_post16
from week
cross join latest
left join part.provision__entry as entry
    on entry.provision_code = latest.provision_code
    and week.as_at_date between entry.valid_from and entry.valid_to
