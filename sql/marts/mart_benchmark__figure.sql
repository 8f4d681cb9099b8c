-- One row per figure of the authority's own that a comparison shows.
select
    time_period,
    time_identifier,
    education_phase,
    measure_code,
    'la_value' as mart_column,
    measure_code as shown_measure,
    cell_key
from mart.mart_benchmark__part
where mart_column = 'la_value'
