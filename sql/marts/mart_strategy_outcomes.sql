-- One row per target of a strategy and academic year.
--
-- The path of a target runs from its baseline through the years for which the document sets a figure; a year
-- between two of them is judged by the straight line, a year after the last by that last one. A figure that
-- accumulates is judged, while its year runs, by the share of the school days gone: it may have failed its target
-- already, but cannot have met it yet. green: on the path or better; amber: within tolerance of it; red: beyond.
with figure as (

    select
        strategy_code,
        theme_code,
        target_code,
        time_period,
        sum(amount) filter (where measure = 'actual') as actual,
        max(amount_status) filter (where measure = 'actual') as actual_status,
        max(actual_time_identifier) as actual_time_identifier,
        max(as_at_date) as as_at_date,
        max(preferred_source) as preferred_source,
        max(data_status) as data_status,
        sum(amount) filter (where measure = 'baseline') as baseline,
        max(amount_status) filter (where measure = 'baseline') as baseline_status,
        max(case when measure = 'baseline' and fact = 'core.fact_target' then 1 else 0 end) as is_stated,
        sum(amount) filter (where measure = 'comparator_england') as comparator_england,
        sum(amount) filter (where measure = 'comparator_region') as comparator_region,
        sum(amount) filter (where measure = 'comparator_sn_mean' and part = 'numerator') as neighbour_sum,
        sum(amount) filter (where measure = 'comparator_sn_mean' and part = 'denominator') as neighbours
    from mart.mart_strategy_outcomes__parts
    group by strategy_code, theme_code, target_code, time_period

),

outcome as (

    select
        target.*,
        strategy.la_code,
        strategy.strategy_title,
        theme.theme_title,
        measure.measure_name,
        measure.unit,
        measure.polarity,
        measure.accumulates,
        case measure.polarity when 'HIGH' then -1 else 1 end as worse,
        figure.baseline as known_baseline,
        figure.baseline_status,
        figure.is_stated,
        figure.actual,
        figure.actual_status,
        figure.actual_time_identifier,
        figure.as_at_date,
        figure.preferred_source,
        figure.data_status,
        figure.comparator_england,
        figure.comparator_region,
        figure.neighbour_sum,
        figure.neighbours
    from core.fact_target as target
    join core.dim_strategy as strategy
        on strategy.strategy_key = target.strategy_key
        and strategy.is_home_la
    join core.dim_strategy_theme as theme
        on theme.theme_key = target.theme_key
    join core.dim_measure as measure
        on measure.measure_key = target.measure_key
    left join figure
        on figure.strategy_code = target.strategy_code
        and figure.theme_code = target.theme_code
        and figure.target_code = target.target_code
        and figure.time_period = target.time_period

),

milepost as (    -- years of which the path has a figure

    select target_code, theme_code, strategy_code, time_period, target as figure
    from outcome
    where target is not null

    union all

    select target_code, theme_code, strategy_code, baseline_year, max(known_baseline)    -- the same in every row
    from outcome
    where known_baseline is not null
    group by target_code, theme_code, strategy_code, baseline_year

),

has_target as (

    select distinct strategy_code, theme_code, target_code    -- a target of one year is one of all
    from outcome
    where target is not null

),

neighbouring as (

    select
        outcome.target_key,
        max(case when milepost.time_period <= outcome.time_period then milepost.time_period end) as year_before,
        min(case when milepost.time_period >= outcome.time_period then milepost.time_period end) as year_after
    from outcome
    join has_target
        on has_target.strategy_code = outcome.strategy_code
        and has_target.theme_code = outcome.theme_code
        and has_target.target_code = outcome.target_code
    join milepost
        on milepost.strategy_code = outcome.strategy_code
        and milepost.theme_code = outcome.theme_code
        and milepost.target_code = outcome.target_code
    group by outcome.target_key

),

path as (

    select
        outcome.target_key,
        try_cast(case
            when before.time_period is null then null
            when after.time_period is null or after.time_period = before.time_period then before.figure
            else before.figure + (after.figure - before.figure)
                * cast((outcome.time_period - before.time_period) / 101 as integer)
                / cast((after.time_period - before.time_period) / 101 as integer)
        end as decimal(18, 6)) as figure
    from outcome
    join neighbouring
        on neighbouring.target_key = outcome.target_key
    left join milepost as before
        on before.strategy_code = outcome.strategy_code
        and before.theme_code = outcome.theme_code
        and before.target_code = outcome.target_code
        and before.time_period = neighbouring.year_before
    left join milepost as after
        on after.strategy_code = outcome.strategy_code
        and after.theme_code = outcome.theme_code
        and after.target_code = outcome.target_code
        and after.time_period = neighbouring.year_after

),

school_year as (

    select
        time_period,
        count(*) as days,
        count(*) filter (where date <= as_of_date()) as days_gone
    from core.dim_date
    where is_school_day
    group by time_period

),

judged as (

    select
        outcome.*,
        outcome.accumulates and outcome.data_status = 'year_to_date' as is_open,
        try_cast(case
            when not coalesce(outcome.accumulates and outcome.data_status = 'year_to_date', false) then path.figure
            when outcome.actual_time_identifier = 'Academic year'
                then path.figure * school_year.days_gone / school_year.days
        end as decimal(18, 6)) as trajectory
    from outcome
    left join path
        on path.target_key = outcome.target_key
    left join school_year
        on school_year.time_period = outcome.time_period

)

select
    judged.la_code,
    authority.la_name,
    judged.time_period,
    judged.time_identifier,
    coalesce(judged.as_at_date, as_of_date()) as as_at_date,
    judged.preferred_source,
    judged.data_status,
    judged.strategy_code,
    judged.strategy_title,
    judged.theme_code,
    judged.theme_title,
    judged.target_code,
    judged.measure_code,
    judged.measure_name,
    judged.unit,
    judged.polarity,
    judged.phase_type_grouping,
    judged.breakdown_topic,
    judged.breakdown,
    judged.scope_code,
    judged.baseline_year,
    judged.known_baseline as baseline,
    coalesce(judged.baseline_status, 'x') as baseline_status,
    case when judged.known_baseline is not null then case judged.is_stated when 1 then 'STATED' else 'COMPUTED' end end
        as baseline_source,
    judged.target,
    case when judged.target is null then 'z' else 'ok' end as target_status,
    judged.tolerance,
    judged.actual,
    coalesce(judged.actual_status, 'x') as actual_status,
    judged.actual_time_identifier,
    judged.trajectory,
    case when judged.trajectory is null then 'z' else 'ok' end as trajectory_status,
    try_cast(judged.actual - judged.target as decimal(18, 6)) as gap_to_target,
    case when judged.actual - judged.target is null then 'z' else 'ok' end as gap_to_target_status,
    case
        when judged.worse * (judged.actual - judged.target) > 0 then false
        when judged.is_open then null
        when judged.worse * (judged.actual - judged.target) <= 0 then true
    end as target_met,
    case
        when judged.worse * (judged.actual - judged.trajectory) <= 0 then 'green'
        when judged.worse * (judged.actual - judged.trajectory) <= judged.tolerance then 'amber'
        when judged.worse * (judged.actual - judged.trajectory) > judged.tolerance then 'red'
    end as rag,
    judged.comparator_england,
    case when judged.comparator_england is null then 'x' else 'ok' end as comparator_england_status,
    try_cast(judged.neighbour_sum / judged.neighbours as decimal(18, 6)) as comparator_sn_mean,
    case when judged.neighbours is null then 'x' else 'ok' end as comparator_sn_mean_status,
    cast(coalesce(judged.neighbours, 0) as integer) as comparator_sn_count,
    judged.comparator_region,
    case when judged.comparator_region is null then 'x' else 'ok' end as comparator_region_status,
    judged.source_ref
from judged
join core.dim_local_authority as authority
    on authority.la_code = judged.la_code
