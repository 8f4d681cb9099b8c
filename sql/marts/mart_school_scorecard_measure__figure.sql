-- One row per figure that a school's measure shows: its own, and that of the authority's schools of its
-- phase together, which has a cell of its own, level Schools.
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
    and figure.breakdown_topic = 'Total'

union all

select
    scored.time_period,
    scored.laestab,
    scored.measure_code,
    place.mart_column,
    case place.mart_column when 'la_count' then coalesce(measure.children_measure, scored.measure_code) else scored.measure_code end,
    stable_key('Schools', cast(scored.la_code as varchar), scored.time_period, 'Academic year', cast(null as date), scored.education_phase,
        'Total|Total', 'Total|Total')
from mart.mart_school_scorecard_measure as scored
join core.dim_measure as measure
    on measure.measure_code = scored.measure_code
    and measure.is_current
cross join (values ('la_value'), ('la_count')) as place (mart_column)
