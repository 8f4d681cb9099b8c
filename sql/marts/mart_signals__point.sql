-- One row per figure of a chart: a measure's rate in a week or term that is over, of the authority, a phase or a school.
--
-- A chart of weeks begins anew with the school year; one of terms runs on. school days say whether two weeks are neighbours: between
-- them lies none, so that holidays are no gap. A figure that is not known, or a share of few children, is no point: it neither makes
-- limits nor goes on with what was before it.
with period as (

    select
        'WEEK' as every,
        week_commencing as period_start,
        cast(null as integer) as time_period,
        'Week' as time_identifier,
        max(time_period) as chart_year,
        max(day_number) as place,
        min(school_day_ordinal - cast(is_school_day as integer)) as opens,
        max(school_day_ordinal) as closes
    from core.dim_date
    group by week_commencing

    union all

    select
        'TERM', cast(null as date), time_period, time_identifier, 0,
        row_number() over (order by time_period, window_start),
        row_number() over (order by time_period, window_start) - 1,
        row_number() over (order by time_period, window_start)
    from core.dim_academic_period
    where term is not null

)

select
    measure.measure_code,
    measure.chart,
    measure.funnel,
    figure.geographic_level,
    figure.area_code,
    figure.phase_type_grouping,
    figure.time_period,
    figure.time_identifier,
    figure.period_start,
    figure.cell_key,
    figure.as_at_date,
    figure.preferred_source,
    figure.data_status,
    period.chart_year,
    period.place,
    period.opens,
    period.closes,
    try_cast(figure.numerator as decimal(18, 5)) as numerator,
    try_cast(figure.denominator as decimal(18, 5)) as denominator,
    try_cast(coalesce(children.value, figure.denominator) as decimal(18, 5)) as size,
    try_cast(figure.value as decimal(18, 5)) as value,
    figure.status as value_status,
    figure.status = 'ok'
        and figure.value is not null
        and (measure.funnel <> 'SHARE' or coalesce(children.value, figure.denominator) >= cast(low_base.value as integer)) as is_point
from mart.figure as figure
join config.signal_measure as measure
    on measure.measure_code = figure.measure_code
join core.dim_measure as definition
    on definition.measure_code = measure.measure_code
    and definition.is_current
join period
    on period.every = measure.every
    and case period.every
        when 'WEEK' then period.period_start = figure.period_start
        else period.time_period = figure.time_period and period.time_identifier = figure.time_identifier
    end
join config.setting as low_base
    on low_base.name = 'low_base'
left join mart.figure as children
    on children.cell_key = figure.cell_key
    and children.measure_code = definition.children_measure
where figure.geographic_level in ('Local authority', 'School')
    and figure.breakdown_topic = 'Total'
    and figure.scope_type = 'Total'
    and figure.data_status <> 'year_to_date'
