-- One row per figure of a chart, beside the centre and sigma of its chart.
--
-- In the first weeks of a school year the limits are those of the year before. A figure of events rests on how many are expected at
-- the centre, a share on its children: below low_base it gives no signal, and ends what was before it.
with limited as (

    select
        point.*,
        limits.chart_year as limits_year,
        limits.centre,
        limits.sigma as steps_sigma
    from mart.mart_signals__point as point
    left join mart.mart_signals__limit as limits
        on limits.measure_code = point.measure_code
        and limits.geographic_level = point.geographic_level
        and limits.area_code = point.area_code
        and limits.phase_type_grouping = point.phase_type_grouping
        and limits.chart_year between point.chart_year - 101 and point.chart_year
    qualify row_number() over (
        partition by point.measure_code, point.cell_key order by limits.chart_year desc nulls last) = 1

)

select
    limited.measure_code,
    limited.chart,
    limited.funnel,
    limited.geographic_level,
    limited.area_code,
    limited.phase_type_grouping,
    limited.time_period,
    limited.time_identifier,
    limited.period_start,
    limited.cell_key,
    limited.as_at_date,
    limited.preferred_source,
    limited.data_status,
    limited.chart_year,
    limited.place,
    limited.opens,
    limited.closes,
    limited.value,
    limited.value_status,
    limited.is_point,
    limited.limits_year,
    limited.centre,
    case limited.chart
        when 'STEPS' then limited.steps_sigma
        when 'EVENTS' then try_cast(round(sqrt(case when limited.centre >= 0 then cast(limited.centre * 100 as double) end
            / nullif(cast(limited.denominator as double), 0)), 5) as decimal(18, 5))
        else try_cast(round(sqrt(case when limited.centre between 0 and 100 then cast(limited.centre * (100 - limited.centre) as double) end
            / nullif(cast(limited.size as double), 0)), 5) as decimal(18, 5))
    end as sigma,
    case
        when limited.value is null then null
        when limited.funnel = 'SHARE' then limited.size < cast(low_base.value as integer)
        else coalesce(limited.centre * limited.denominator, limited.numerator * 100) < 100 * cast(low_base.value as integer)
    end as is_low_base
from limited
join config.setting as low_base
    on low_base.name = 'low_base'
