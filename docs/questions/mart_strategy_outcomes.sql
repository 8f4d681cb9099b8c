-- Where does each target of our strategy stand, in the last year with figures?
-- A year that runs is judged by the share of its school days gone, and whether its target is met may be open.
select theme_title as "theme", measure_name as "measure", phase_type_grouping as "phase", breakdown as "group",
    data_status as "state", round(target, 2) as "target", round(trajectory, 2) as "path", round(actual, 2) as "figure",
    rag, target_met as "met", nullif(actual_status, 'ok') as "why there is no figure"
from mart_strategy_outcomes
where time_period = (select max(time_period) from mart_strategy_outcomes where actual_status = 'ok')
order by strategy_code, theme_code, target_code;

-- Which targets were missed in years that are over, by how much, and where was England?
select time_period as "year", theme_title as "theme", measure_name as "measure", phase_type_grouping as "phase",
    breakdown as "group", unit, round(target, 2) as "target", round(actual, 2) as "figure",
    round(gap_to_target, 2) as "figure less target", round(comparator_england, 2) as "England",
    nullif(comparator_england_status, 'ok') as "why England is not told"
from mart_strategy_outcomes
where not target_met and data_status <> 'year_to_date'
order by time_period desc, strategy_code, theme_code, target_code;
