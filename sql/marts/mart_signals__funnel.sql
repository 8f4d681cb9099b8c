-- One row per school, academic year and measure: the school's rate beside that of all schools of its phase, with limits by its size.
--
-- The limits are those within which chance alone would leave 95 and 99.8 of 100 schools of the size. Of fewer than four schools of a
-- phase there are none, as of places. A running year is judged too: all schools have as much of it behind them.
with school as (

    select
        scorecard.time_period,
        scorecard.time_identifier,
        scorecard.laestab,
        scorecard.education_phase,
        scorecard.as_at_date,
        scorecard.preferred_source,
        scorecard.data_status,
        measure.measure_code,
        measure.funnel,
        figure.cell_key,
        coalesce(figure.as_at_date, scorecard.as_at_date) as known_to,
        case when figure.status = 'ok' then try_cast(figure.value as decimal(18, 5)) end as value,
        coalesce(figure.status, 'x') as value_status,
        case when figure.status = 'ok' then try_cast(figure.numerator as decimal(18, 5)) end as numerator,
        case when figure.status = 'ok' then try_cast(figure.denominator as decimal(18, 5)) end as denominator,
        case when figure.status = 'ok' then try_cast(coalesce(children.value, figure.denominator) as decimal(18, 5)) end as size
    from mart.mart_school_scorecard as scorecard
    cross join config.signal_measure as measure
    join core.dim_measure as definition
        on definition.measure_code = measure.measure_code
        and definition.is_current
    left join mart.figure as figure
        on figure.measure_code = measure.measure_code
        and figure.geographic_level = 'School'
        and figure.area_code = cast(scorecard.laestab as varchar)
        and figure.time_period = scorecard.time_period
        and figure.time_identifier = scorecard.time_identifier
        and figure.breakdown_topic = 'Total'
        and figure.scope_type = 'Total'
    left join mart.figure as children
        on children.cell_key = figure.cell_key
        and children.measure_code = definition.children_measure

),

centred as (

    select
        *,
        case when count(value) over phase >= 4 then try_cast(rate(
            cast(sum(numerator) over phase as hugeint), cast(sum(denominator) over phase as hugeint)) as decimal(18, 5)) end as centre
    from school
    window phase as (partition by time_period, time_identifier, education_phase, measure_code)

),

spread as (

    select
        *,
        case
            when value is null or centre < 0 then null
            when funnel = 'EVENTS'
                then try_cast(round(sqrt(cast(centre * 100 as double) / nullif(cast(denominator as double), 0)), 5) as decimal(18, 5))
            when centre <= 100
                then try_cast(round(sqrt(cast(centre * (100 - centre) as double) / nullif(cast(size as double), 0)), 5) as decimal(18, 5))
        end as sigma
    from centred

)

select
    spread.time_period,
    spread.time_identifier,
    spread.laestab,
    spread.education_phase,
    spread.known_to as as_at_date,
    spread.preferred_source,
    spread.data_status,
    spread.measure_code,
    spread.funnel,
    spread.cell_key,
    spread.numerator,
    spread.denominator,
    spread.value,
    spread.value_status,
    spread.centre,
    spread.sigma,
    try_cast(1.96 * spread.sigma as decimal(18, 5)) as inner_width,
    try_cast(3.09 * spread.sigma as decimal(18, 5)) as outer_width,
    case
        when spread.value is null then null
        when spread.funnel = 'SHARE' then spread.size < cast(low_base.value as integer)
        else coalesce(spread.centre * spread.denominator, spread.numerator * 100) < 100 * cast(low_base.value as integer)
    end as is_low_base
from spread
join config.setting as low_base
    on low_base.name = 'low_base'
