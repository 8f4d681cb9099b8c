-- One row per school's census that has come: the days of which it speaks, until the school's next, but no longer than to the end of the term
-- after its own.
with census as (

    select laestab, time_period, term, min(reference_date) as reference_date
    from core.fact_pupil_census
    where reference_date is not null
    group by laestab, time_period, term

),

term as (

    select time_period, term, lead(window_end) over (order by window_start) as next_end
    from core.dim_academic_period
    where term is not null

),

spoken as (

    select census.*, term.next_end, lead(census.reference_date) over (partition by census.laestab order by census.reference_date) as next_date
    from census
    join term
        on term.time_period = census.time_period
        and term.term = census.term

)

select
    laestab,
    time_period,
    term,
    reference_date,
    least(next_end, coalesce(add_days(next_date, -1), next_end)) as last_day,
    financial_month_start(time_period - 101, 5) as window_start    -- 1 August of the year before
from spoken
