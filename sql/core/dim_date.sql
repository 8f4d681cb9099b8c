-- One row per day, August 2000 to July 2040.
--
-- Terms are the official windows, so that a day belongs to the same term for every authority; half terms of autumn and
-- spring begin where the authority's calendar says, those of summer are parted by the Monday of the week of the spring
-- bank holiday, the last Monday in May where its day is not told. A school day is a day of term that is no weekend, bank holiday or day without pupils.
with digit as (

    select n from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as digits (n)

),

number as (

    select 10000 * tenthousands.n + 1000 * thousands.n + 100 * hundreds.n + 10 * tens.n + ones.n as day_number
    from digit as ones
    cross join digit as tens
    cross join digit as hundreds
    cross join digit as thousands
    cross join digit as tenthousands

),

day as (

    select date '2000-08-01' + day_number as date, day_number
    from number

),

dated as (

    select
        date,
        day_number,
        academic_year(date) as time_period,
        term_of(date) as term,
        cast(date_trunc('week', date) as date) as week_commencing
    from day
    where date < date '2040-08-01'

),

home_calendar as (

    select term_date.*
    from staged.term_date
    join config.setting as home
        on home.name = 'la'
        and home.value = cast(term_date.la_code as varchar)

),

second_half as (

    select academic_year as time_period, term, min(date_from) as starts_on
    from home_calendar
    where half_term in ('AUT2', 'SPR2')
    group by academic_year, term

),

known_year as (

    select distinct academic_year as time_period    -- a year has many stretches
    from home_calendar
    where day_type = 'TERM'

),

spring_holiday as (

    select academic_year(date) as time_period, cast(date_trunc('week', min(date)) as date) as starts_on
    from config.bank_holiday
    where lower(title) like 'spring bank holiday%'
    group by academic_year(date)

),

last_monday_in_may as (

    select time_period, cast(date_trunc('week', max(date)) as date) as starts_on
    from dated
    where extract(month from date) = 5
    group by time_period

),

bank_holiday as (

    select date, min(title) as title
    from config.bank_holiday
    group by date

),

open_day as (

    select
        dated.date,
        max(case when stretch.day_type = 'TERM' then 1 else 0 end)
            - max(case when stretch.day_type <> 'TERM' then 1 else 0 end) = 1 as is_term
    from dated
    join home_calendar as stretch
        on dated.date between stretch.date_from and stretch.date_to
    group by dated.date

),

judged as (

    select
        dated.*,
        bank_holiday.title as bank_holiday,
        coalesce(open_day.is_term, false)
            and bank_holiday.date is null
            and extract(dow from dated.date) not in (0, 6) as is_school_day,
        known_year.time_period is not null as is_known,
        second_half.starts_on as second_half,
        coalesce(spring_holiday.starts_on, last_monday_in_may.starts_on) as summer_half
    from dated
    left join open_day on open_day.date = dated.date
    left join bank_holiday on bank_holiday.date = dated.date
    left join known_year on known_year.time_period = dated.time_period
    left join second_half on second_half.time_period = dated.time_period and second_half.term = dated.term
    left join spring_holiday on spring_holiday.time_period = dated.time_period
    left join last_monday_in_may on last_monday_in_may.time_period = dated.time_period

)

select
    date,
    day_number,
    time_period,
    term,
    case
        when term = 'SUM' and date < summer_half then 'SUM1'
        when term = 'SUM' and date >= summer_half then 'SUM2'
        when date < second_half then term || '1'
        when date >= second_half then term || '2'
    end as half_term,
    week_commencing,
    cast(extract(year from week_commencing + 3) as integer) as iso_year,
    cast(extract(week from date) as integer) as iso_week,
    is_school_day,
    case when is_known then cast(sum(case when is_school_day then 1 else 0 end)
        over (partition by time_period order by date) as integer) end as school_day_ordinal,
    bank_holiday,
    financial_year(date) as financial_year,
    cast(floor(((month(date) + 8) % 12) / 3) as integer) + 1 as financial_quarter,
    cast((month(date) + 8) % 12 as integer) + 1 as financial_month
from judged
