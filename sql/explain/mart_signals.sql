-- One row per row of the mart and figure that the centre of its chart is made of.
with made_of (time_period, time_identifier, week_commencing, geographic_level, laestab, phase_type_grouping, measure_code, chart, kind, figure_key,
    value, numerator, denominator) as (

    select
        line.time_period,
        line.time_identifier,
        line.period_start,
        line.geographic_level,
        case when line.geographic_level = 'School' then cast(line.area_code as integer) end,
        line.phase_type_grouping,
        line.measure_code,
        'SERIES',
        line.chart,
        point.cell_key,
        point.value,
        point.numerator,
        point.denominator
    from mart.mart_signals__line as line
    left join mart.mart_signals__point as point
        on point.measure_code = line.measure_code
        and point.geographic_level = line.geographic_level
        and point.area_code = line.area_code
        and point.phase_type_grouping = line.phase_type_grouping
        and point.chart_year = line.limits_year
        and point.is_point

    union all

    select
        school.time_period,
        school.time_identifier,
        null,
        'School',
        school.laestab,
        'Total',
        school.measure_code,
        'FUNNEL',
        school.funnel,
        other.cell_key,
        other.value,
        other.numerator,
        other.denominator
    from mart.mart_signals__funnel as school
    left join mart.mart_signals__funnel as other
        on other.time_period = school.time_period
        and other.time_identifier = school.time_identifier
        and other.education_phase = school.education_phase
        and other.measure_code = school.measure_code
        and other.value is not null
        and school.centre is not null

)

select
    time_period,
    time_identifier,
    week_commencing,
    geographic_level,
    laestab,
    phase_type_grouping,
    measure_code,
    chart,
    'centre' as mart_column,
    measure_code as part,
    value as amount,
    case when figure_key is not null then 'mart.figure' end as fact,
    case when figure_key is not null then stable_key(measure_code, figure_key) end as fact_key,
    cast(case
        when kind = 'STEPS' then quotient(cast(sum(value * 100000) over centred as hugeint), cast(count(value) over centred as bigint) * 100000, 1)
        else rate(cast(sum(numerator) over centred as hugeint), cast(sum(denominator) over centred as hugeint))
    end as varchar) as recomputed
from made_of
window centred as (
    partition by time_period, time_identifier, week_commencing, geographic_level, laestab, phase_type_grouping, measure_code, chart)
