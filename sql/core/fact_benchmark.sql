-- One row per published figure: dataset, period, area, type of school, breakdown and measure.
--
-- A figure that a file tells twice counts once, by its first line.
-- Kept as published: suppressed is not nought, and totals that DfE weights are not computed again.
select
    stable_key(
        benchmark.dataset || '|' || benchmark.measure,
        benchmark.time_period,
        benchmark.time_identifier,
        benchmark.geographic_level,
        benchmark.area_code,
        benchmark.school_type,
        benchmark.breakdown_topic,
        benchmark.breakdown
    ) as benchmark_key,
    benchmark.dataset,
    benchmark.time_period,
    benchmark.time_identifier,
    benchmark.geographic_level,
    benchmark.area_code,
    authority.old_la_code as la_code,
    benchmark.school_type,
    case lower(coalesce(benchmark.school_type, 'total'))
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
    benchmark.submission_key,
    benchmark.source_line
from staged.benchmark as benchmark
left join config.local_authority as authority
    on authority.new_la_code = benchmark.area_code
    and benchmark.geographic_level = 'Local authority'
qualify row_number() over (partition by benchmark_key order by benchmark.submission_key, benchmark.source_line) = 1
