-- A row of a mart names a measure that config/measures does not define
-- severity: FAIL
-- why: a row that names its measure has name, unit and polarity from the definition of the measure
-- matters: a figure without a definition cannot be explained or judged
-- resolve: define the named measure in the config of measures, or correct the code in config/strategies/ or in the mart's model
select measure_code
from mart.mart_same_point_in_year
where measure_code not in (select measure_code from core.dim_measure)

union all

select measure_code
from mart.mart_strategy_outcomes
where measure_code not in (select measure_code from core.dim_measure)
