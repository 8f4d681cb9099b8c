-- On which measures is a school worse than the schools of its phase together and in the last quarter of them?
select school_name as "school", measure_name as "measure", unit, round(value, 1) as "school's figure",
    round(la_value, 1) as "schools of the phase", round(national_value, 1) as "England",
    nullif(national_value_status, 'ok') as "why England is not told"
from mart_school_scorecard_measure
where rag = 'red'
    and time_period = (select max(time_period) from mart_school_scorecard_measure where data_status <> 'year_to_date')
order by school_name, laestab, measure_code;

-- Where does each school stand in persistent absence, among the schools of its phase and beside England?
select education_phase as "phase", school_name as "school", round(value, 1) as "persistently absent, %",
    round(la_value, 1) as "schools of the phase, %", round(national_value, 1) as "England, %",
    quartile_in_la as "quarter, 1 the best", nullif(value_status, 'ok') as "why not told"
from mart_school_scorecard_measure
where measure_code = 'pa_rate'
    and time_period = (select max(time_period) from mart_school_scorecard_measure where data_status <> 'year_to_date')
order by education_phase, value desc nulls last, laestab;
