-- One row per school, measure, column of the authority's schools of its phase, and school's figure that it adds up.
with scored as (

    select
        scored.time_period,
        scored.laestab,
        scored.measure_code,
        scored.education_phase,
        column_of.mart_column,
        case column_of.mart_column when 'la_count' then coalesce(measure.children_measure, measure.measure_code) else measure.measure_code end
            as counted_measure,
        measure.kind = 'SUM' as is_count,
        cast(measure.times as integer) as times
    from mart.mart_school_scorecard_measure as scored
    join core.dim_measure as measure
        on measure.measure_code = scored.measure_code
        and measure.is_current
    cross join (values ('la_value'), ('la_count')) as column_of (mart_column)

),

added as (

    select
        scored.*,
        figure.numerator,
        sum(figure.numerator) over row_column as total,
        sum(figure.denominator) over row_column as divisor,
        stable_key(figure.measure_code, figure.cell_key) as fact_key
    from scored
    join mart.mart_school_scorecard as other
        on other.time_period = scored.time_period
        and other.education_phase = scored.education_phase
    left join mart.figure as figure
        on figure.geographic_level = 'School'
        and figure.area_code = cast(other.laestab as varchar)
        and figure.time_period = other.time_period
        and figure.time_identifier = other.time_identifier
        and figure.breakdown_topic = 'Total'
        and figure.measure_code = scored.counted_measure
    window row_column as (partition by scored.time_period, scored.laestab, scored.measure_code, scored.mart_column)

)

select
    time_period,
    laestab,
    measure_code,
    mart_column,
    counted_measure as part,
    numerator as amount,
    'mart.figure' as fact,
    fact_key,
    case
        when mart_column = 'la_count' then cast(cast(total as integer) as varchar)
        when is_count then cast(cast(total as double) as varchar)
        else cast(quotient(cast(total as bigint), cast(divisor as bigint), times) as varchar)
    end as recomputed
from added
