-- One row per figure that a row of signals shows.
select
    time_period,
    time_identifier,
    period_start as week_commencing,
    geographic_level,
    case when geographic_level = 'School' then cast(area_code as integer) end as laestab,
    phase_type_grouping,
    measure_code,
    chart,
    'value' as mart_column,
    measure_code as shown_measure,
    cell_key
from mart.mart_signals__row
where cell_key is not null
