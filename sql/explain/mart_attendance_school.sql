-- One row per row of the mart and published figure of England that it shows; one without a figure where it shows none.
--
-- A figure of a running period is shown beside one of the same cut-off alone.
select
    mart.time_period,
    mart.time_identifier,
    mart.laestab,
    mart.breakdown_topic,
    mart.breakdown,
    'england_rate' as mart_column,
    'england_rate' as part,
    benchmark.value as amount,
    'core.fact_benchmark' as fact,
    benchmark.benchmark_key as fact_key,
    cast(max(benchmark.value) over (
        partition by mart.time_period, mart.time_identifier, mart.week_commencing, mart.laestab, mart.breakdown_topic, mart.breakdown)
        as varchar) as recomputed
from mart.mart_attendance_school as mart
join part.attendance__coverage as coverage
    on coverage.geographic_level = 'School'
    and coverage.area_code = cast(mart.laestab as varchar)
    and coverage.time_period = mart.time_period
    and coverage.time_identifier = mart.time_identifier
    and coalesce(coverage.period_start, date '1900-01-01') = coalesce(mart.week_commencing, date '1900-01-01')
left join core.fact_benchmark as benchmark
    on benchmark.dataset = 'pupil_attendance'
    and benchmark.geographic_level = 'National'
    and benchmark.measure = 'attendance_perc'
    and benchmark.breakdown_topic = 'Total'
    and benchmark.breakdown = 'Total'
    and mart.breakdown_topic = 'Total'
    and benchmark.time_period = mart.time_period
    and benchmark.time_identifier = mart.time_identifier
    and benchmark.phase_type_grouping = mart.education_phase
    and is_same_cut_off(mart.as_at_date, benchmark.as_at_date, coverage.window_end)
