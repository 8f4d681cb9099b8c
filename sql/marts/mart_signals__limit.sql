-- One row per chart: its centre, and how far chance alone moves a figure.
--
-- STEPS: the mean of the figures, and the mean step between neighbours divided by 1.128, as in a chart of individuals and moving
-- ranges. EVENTS and SHARE: what all events come to; how far depends on the size of each figure. A chart has limits from so many
-- figures in a row on (signal_points), gaps not counted. Quotients are of integers, so that every machine finds the same.
with stepped as (

    select
        point.*,
        case when coalesce(lag(closes) over line >= opens, true) then abs(value - lag(value) over line) end as step
    from mart.mart_signals__point as point
    where is_point
    window line as (partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year order by place)

),

chart as (

    select
        measure_code,
        geographic_level,
        area_code,
        phase_type_grouping,
        chart_year,
        chart,
        count(*) as points,
        count(step) as steps,
        try_cast(sum(value) * 100000 as hugeint) as values_sum,
        try_cast(sum(step) * 100000 as hugeint) as steps_sum,
        try_cast(sum(numerator) as hugeint) as numerator,
        try_cast(sum(denominator) as hugeint) as denominator
    from stepped
    group by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, chart

)

select
    chart.measure_code,
    chart.geographic_level,
    chart.area_code,
    chart.phase_type_grouping,
    chart.chart_year,
    try_cast(case chart.chart
        when 'STEPS' then quotient(chart.values_sum, chart.points * 100000, 1)
        else rate(chart.numerator, chart.denominator)
    end as decimal(18, 5)) as centre,
    try_cast(case when chart.chart = 'STEPS' then quotient(chart.steps_sum, chart.steps * 112800, 1) end as decimal(18, 5)) as sigma
from chart
join config.setting as least_points
    on least_points.name = 'signal_points'
where chart.steps >= cast(least_points.value as integer) - 1
