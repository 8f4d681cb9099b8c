-- One row per figure that a school's measure shows: its own, and its authority's of the phase.
select
    scored.time_period,
    scored.laestab,
    scored.measure_code,
    'value' as mart_column,
    figure.measure_code as shown_measure,
    figure.cell_key
from mart.mart_school_scorecard_measure as scored
join mart.figure as figure
    on figure.measure_code = scored.measure_code
    and figure.geographic_level = 'School'
    and figure.area_code = cast(scored.laestab as varchar)
    and figure.time_period = scored.time_period
    and figure.time_identifier = scored.time_identifier

union all

select
    scored.time_period,
    scored.laestab,
    scored.measure_code,
    place.mart_column,
    figure.measure_code,
    figure.cell_key
from mart.mart_school_scorecard_measure as scored
join core.dim_measure as measure
    on measure.measure_code = scored.measure_code
    and measure.is_current
cross join (values ('la_value'), ('la_count')) as place (mart_column)
join mart.figure as figure
    on figure.measure_code = case place.mart_column when 'la_count' then coalesce(measure.children_measure, scored.measure_code) else scored.measure_code end
    and figure.geographic_level = 'Local authority'
    and figure.phase_type_grouping = scored.education_phase
    and figure.breakdown_topic = 'Total'
    and figure.time_period = scored.time_period
    and figure.time_identifier = scored.time_identifier
