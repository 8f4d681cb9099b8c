-- One row per academic year with results: whether its grades may be compared with those of other years.
--
-- In the summers of 2020 and 2021 centres and teachers assessed pupils, whatever a file says of it; of other years each row must say that
-- grades are comparable, or nothing.
with year as (

    select time_period, bool_and(coalesce(is_comparable, true)) and time_period not in (201920, 202021) as is_comparable
    from core.fact_ks4_result
    group by time_period

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    year.time_period,
    'Academic year' as time_identifier,
    year.is_comparable,
    year.is_comparable and coalesce(before.is_comparable, false) as is_compared,
    period.window_end as as_at_date,
    'ks4_results' as preferred_source,
    case when period.is_closed then 'final' else 'provisional' end as data_status
from year
left join year as before
    on before.time_period = year.time_period - 101
join core.dim_academic_period as period
    on period.time_period = year.time_period
    and period.time_identifier = 'Academic year'
join core.dim_local_authority as home
    on home.is_home_la
