-- A row of a mart names a measure that config/measures.yml does not define
select measure_code
from mart.mart_same_point_in_year
where measure_code not in (select measure_code from core.dim_measure)

union all

select measure_code
from mart.mart_strategy_outcomes
where measure_code not in (select measure_code from core.dim_measure)
