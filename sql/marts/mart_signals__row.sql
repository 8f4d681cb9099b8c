-- One row per figure of a chart, and per school's year of a funnel: its centre, limits and signal.
--
-- The outer limits of a chart are three sigma from its centre and the inner two; those of a funnel leave 99.8 and 95 of 100. Of the
-- rules that a figure breaks the strongest is its signal. One that breaks none has NONE; of one that cannot be judged nothing is said.
with placed as (

    select
        line.measure_code,
        'SERIES' as chart,
        line.funnel,
        line.geographic_level,
        line.area_code,
        line.phase_type_grouping,
        line.time_period,
        line.time_identifier,
        line.period_start,
        line.cell_key,
        line.as_at_date,
        line.preferred_source,
        line.data_status,
        line.value,
        line.value_status,
        line.centre,
        line.sigma,
        line.is_low_base,
        2 * line.sigma as inner_width,
        3 * line.sigma as outer_width,
        case
            when rule.cell_key is null then null
            when rule.is_beyond_limits then 'BEYOND_LIMITS'
            when rule.is_two_of_three then 'TWO_OF_THREE'
            when rule.is_run_of_eight then 'RUN_OF_EIGHT'
            when rule.is_trend_of_six then 'TREND_OF_SIX'
            else 'NONE'
        end as signal,
        cast(rule.is_beyond_limits as integer) + cast(rule.is_two_of_three as integer) + cast(rule.is_run_of_eight as integer)
            + cast(rule.is_trend_of_six as integer) as rules_broken,
        case when rule.is_beyond_limits or rule.is_two_of_three or rule.is_run_of_eight then rule.side else rule.way end as side
    from mart.mart_signals__line as line
    left join mart.mart_signals__rule as rule
        on rule.measure_code = line.measure_code
        and rule.cell_key = line.cell_key

    union all

    select
        measure_code,
        'FUNNEL',
        funnel,
        'School',
        cast(laestab as varchar),
        'Total',
        time_period,
        time_identifier,
        null,
        cell_key,
        as_at_date,
        preferred_source,
        data_status,
        value,
        value_status,
        centre,
        sigma,
        is_low_base,
        inner_width,
        outer_width,
        case
            when value is null or centre is null or is_low_base then null
            when abs(value - centre) > outer_width then 'BEYOND_998'
            when abs(value - centre) > inner_width then 'BEYOND_95'
            else 'NONE'
        end,
        case
            when value is null or centre is null or is_low_base then null
            else cast(abs(value - centre) > outer_width as integer) + cast(abs(value - centre) > inner_width as integer)
        end,
        case when value > centre then 1 when value < centre then -1 else 0 end
    from mart.mart_signals__funnel

)

select
    placed.*,
    case when centre < outer_width then 0 else centre - outer_width end as low,
    case when funnel = 'SHARE' and centre + outer_width > 100 then 100 else centre + outer_width end as high,
    case when centre < inner_width then 0 else centre - inner_width end as inner_low,
    case when funnel = 'SHARE' and centre + inner_width > 100 then 100 else centre + inner_width end as inner_high,
    quotient(try_cast((value - centre) * 100000 as hugeint), try_cast(sigma * 100000 as hugeint), 1) as sigmas
from placed
