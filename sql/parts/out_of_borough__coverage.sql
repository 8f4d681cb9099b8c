-- One row per month, and financial year, since the first placement of the register: whether the register and costs of it have come.
select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    month.time_period,
    month.time_identifier,
    month.period_start,
    month.last_day as as_at_date,
    'registers' as preferred_source,
    case
        when month.window_end >= as_of_date() then 'year_to_date'
        when add_days(month.window_end, 90) >= as_of_date() then 'provisional'
        else 'final'
    end as data_status,
    month.is_registered,
    month.is_costed
from part.out_of_borough__month as month
join core.dim_local_authority as home
    on home.is_home_la
