-- One row per figure that an outcome shows: its actual, and its baseline where that is computed.
select
    time_period,
    strategy_code,
    target_code,
    measure as mart_column,
    measure_code as shown_measure,
    cell_key
from mart.mart_strategy_outcomes__parts
where fact = 'mart.figure'
