-- One row per figure of a chart that can be judged, with the rules that it breaks.
--
-- Beyond three sigma; the second of three in a row beyond two sigma on one side; the eighth in a row on one side of the centre; the
-- sixth in a row each above, or each below, the one before. Beyond is never at: a figure on a limit is within it, one on the centre is
-- on no side, and one that equals the one before goes neither way. What is in a row has no gap in it.
with judged as (

    select
        *,
        case when coalesce(lag(closes) over line >= opens, true) then 0 else 1 end as is_after_gap
    from mart.mart_signals__line
    where is_point
        and not is_low_base
        and centre is not null
    window line as (partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year order by place)

),

stretched as (

    select
        *,
        sum(is_after_gap) over (
            partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year order by place) as stretch
    from judged

),

sided as (

    select
        *,
        case when value > centre then 1 when value < centre then -1 else 0 end as side,
        case when sigma > 0 and value > centre + 2 * sigma then 1 when sigma > 0 and value < centre - 2 * sigma then -1 else 0 end as far_side,
        case when value > lag(value) over line then 1 when value < lag(value) over line then -1 else 0 end as way
    from stretched
    window line as (partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, stretch order by place)

),

turned as (

    select
        *,
        case when side = lag(side) over line then 0 else 1 end as is_other_side,
        case when way = lag(way) over line then 0 else 1 end as is_other_way,
        lag(far_side) over line as far_side_before,
        lag(far_side, 2) over line as far_side_two_before
    from sided
    window line as (partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, stretch order by place)

),

parted as (

    select
        *,
        sum(is_other_side) over line as run,
        sum(is_other_way) over line as trend
    from turned
    window line as (partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, stretch order by place)

),

counted as (

    select
        *,
        row_number() over (
            partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, stretch, run order by place) as run_length,
        row_number() over (
            partition by measure_code, geographic_level, area_code, phase_type_grouping, chart_year, stretch, trend order by place) as trend_steps
    from parted

)

select
    measure_code,
    cell_key,
    side,
    way,
    coalesce(sigma > 0 and abs(value - centre) > 3 * sigma, false) as is_beyond_limits,
    far_side <> 0 and far_side in (coalesce(far_side_before, 0), coalesce(far_side_two_before, 0)) as is_two_of_three,
    side <> 0 and run_length >= 8 as is_run_of_eight,
    way <> 0 and trend_steps >= 5 as is_trend_of_six    -- five steps one way are six figures
from counted
