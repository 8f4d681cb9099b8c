-- One row per academic year and per term of it.
with term as (

    select
        time_period,
        term,
        case term
            when 'AUT' then 'Autumn term'
            when 'SPR' then 'Spring term'
            when 'SUM' then 'Summer term'
        end as time_identifier,
        min(date) as window_start,
        max(date) as window_end
    from core.dim_date
    group by time_period, term

    union all

    select
        time_period,
        cast(null as varchar) as term,
        'Academic year' as time_identifier,
        min(date) as window_start,
        max(date) as window_end
    from core.dim_date
    group by time_period

)

select
    stable_key(time_period, time_identifier) as academic_period_key,
    time_period,
    time_identifier,
    term,
    window_start,
    window_end,
    window_end < as_of_date() as is_closed,
    window_start <= as_of_date() as is_begun
from term
