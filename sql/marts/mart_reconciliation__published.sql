-- One row per academic year, phase and measure of exclusions that DfE has published of the authority.
select
    benchmark.time_period,
    benchmark.phase_type_grouping as phase,
    benchmark.measure,
    try_cast(max(benchmark.value) as decimal(18, 6)) as value
from core.fact_benchmark as benchmark
join core.dim_local_authority as home
    on home.is_home_la
    and home.new_la_code = benchmark.area_code
where benchmark.dataset = 'exclusions'
    and benchmark.geographic_level = 'Local authority'
    and benchmark.time_identifier = 'Academic year'
    and benchmark.breakdown_topic = 'Total'
    and benchmark.breakdown = 'Total'
group by benchmark.time_period, benchmark.phase_type_grouping, benchmark.measure
