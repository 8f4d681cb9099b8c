-- One row per published figure: dataset, period, area, type of school, breakdown and measure, whatever the case of its labels.
--
-- Staging rejects what a file tells twice in two ways. Two codes of one authority in one file may still meet here, and
-- the first line counts; of two files the later. No table says up to which day a running period is told: it is not
-- after the day on which it was received.
-- Figures of the Local Authority Interactive Tool stand beside those of Explore education statistics as a data set of their own (lait), under
-- the tool's codes; which of the two a comparison takes where both have a figure, its mart says.
-- Kept as published: suppressed is not nought, and totals that DfE weights are not computed again.
with benchmark as (

    select dataset, time_period, time_identifier, geographic_level, area_code, school_type, breakdown_topic, breakdown, measure, value,
        value_status, received_at, submission_key, source_line
    from staged.benchmark

    union all

    select dataset, time_period, time_identifier, geographic_level, area_code, school_type, breakdown_topic, breakdown, measure, value,
        value_status, received_at, submission_key, source_line
    from staged.lait_figure

)

select
    stable_key(
        benchmark.dataset || '|' || benchmark.measure,
        benchmark.time_period,
        benchmark.time_identifier,
        benchmark.geographic_level,
        benchmark.area_code,
        lower(benchmark.school_type),
        lower(coalesce(benchmark.breakdown_topic, 'Total')),
        lower(coalesce(benchmark.breakdown, 'Total'))
    ) as benchmark_key,
    benchmark.dataset,
    benchmark.time_period,
    benchmark.time_identifier,
    benchmark.geographic_level,
    benchmark.area_code,
    coalesce(
        authority.old_la_code,
        former.old_la_code,
        case when benchmark.geographic_level = 'Local authority' then three_digits(benchmark.area_code) end) as la_code,
    benchmark.school_type,
    case lower(benchmark.school_type)
        when 'total' then 'Total'
        when 'primary' then 'Primary'
        when 'state-funded primary' then 'Primary'
        when 'secondary' then 'Secondary'
        when 'state-funded secondary' then 'Secondary'
        when 'special' then 'Special'
        when 'state-funded special school' then 'Special'
        when 'pupil referral unit' then 'Alternative provision'
        when 'alternative provision' then 'Alternative provision'
        when 'state-funded ap school' then 'Alternative provision'
        when 'state-funded alternative provision school' then 'Alternative provision'
        else benchmark.school_type
    end as phase_type_grouping,
    coalesce(benchmark.breakdown_topic, 'Total') as breakdown_topic,
    coalesce(benchmark.breakdown, 'Total') as breakdown,
    benchmark.measure,
    benchmark.value,
    benchmark.value_status,
    case when london_date(benchmark.received_at) < period.window_end then london_date(benchmark.received_at)
        else period.window_end end as as_at_date,
    benchmark.submission_key,
    benchmark.source_line
from benchmark
left join config.local_authority as authority
    on authority.new_la_code = benchmark.area_code
    and benchmark.geographic_level = 'Local authority'
left join config.former_la_code as former
    on former.new_la_code = benchmark.area_code
    and benchmark.geographic_level = 'Local authority'
left join core.dim_academic_period as period
    on period.time_period = benchmark.time_period
    and period.time_identifier = benchmark.time_identifier
qualify row_number() over (
    partition by benchmark_key
    order by benchmark.received_at desc, benchmark.submission_key, benchmark.source_line) = 1
