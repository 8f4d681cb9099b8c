-- One row per figure that a comparison stands on: the authority's own, and what is published of it and of others.
--
-- Where Explore education statistics has a figure of an area and period it counts, and else the same measure of the Local Authority
-- Interactive Tool (config.lait_measure), which is made of it later. Only percentages are compared. Attendance is compared by phase alone, as DfE's totals over phases are weighted.
with measure as (

    select measure_code, comparator_dataset, comparator_measure
    from core.dim_measure
    where is_current
        and comparator_dataset is not null
        and unit = '%'

),

comparator as (

    select measure_code, comparator_dataset as dataset, comparator_measure as measure, 1 as preference
    from measure

    union all

    select measure.measure_code, 'lait', lait.code, 2
    from measure
    join config.lait_measure as lait
        on lait.dataset = measure.comparator_dataset
        and lait.measure = measure.comparator_measure

),

compared_with (mart_column, area_code) as (

    select 'england', 'E92000001'

    union all

    select 'region', region_code
    from core.dim_local_authority
    where is_home_la

    union all

    select 'la_published', new_la_code
    from core.dim_local_authority
    where is_home_la

    union all

    select 'neighbour', authority.new_la_code
    from core.dim_statistical_neighbour as neighbour
    join core.dim_local_authority as home
        on home.la_code = neighbour.la_code
        and home.is_home_la
    join core.dim_local_authority as authority
        on authority.la_code = neighbour.neighbour_la_code
    where neighbour.is_current

)

select
    figure.time_period,
    figure.time_identifier,
    case figure.phase_type_grouping
        when 'State-funded primary' then 'Primary'
        when 'State-funded secondary' then 'Secondary'
        when 'State-funded special school' then 'Special'
        when 'State-funded alternative provision school' then 'Alternative provision'
        else figure.phase_type_grouping
    end as education_phase,
    figure.measure_code,
    'la_value' as mart_column,
    try_cast(figure.value as decimal(18, 6)) as amount,
    figure.status as amount_status,
    figure.as_at_date,
    figure.preferred_source,
    figure.data_status,
    figure.cell_key,
    'mart.figure' as fact,
    stable_key(figure.measure_code, figure.cell_key) as fact_key
from mart.figure as figure
join measure
    on measure.measure_code = figure.measure_code
where figure.geographic_level = 'Local authority'
    and figure.breakdown_topic = 'Total'
    and figure.scope_type = 'Total'
    and figure.period_start is null
    and figure.time_identifier not like '%half term%'
    and not (measure.comparator_dataset = 'pupil_attendance' and figure.phase_type_grouping = 'Total')

union all

select
    published.time_period,
    published.time_identifier,
    published.phase_type_grouping,
    published.measure_code,
    published.mart_column,
    try_cast(published.value as decimal(18, 6)),
    published.value_status,
    published.as_at_date,
    null,
    null,
    null,
    'core.fact_benchmark',
    published.benchmark_key
from (
    select benchmark.*, comparator.measure_code, compared_with.mart_column
    from core.fact_benchmark as benchmark
    join comparator
        on comparator.dataset = benchmark.dataset
        and comparator.measure = benchmark.measure
    join compared_with
        on compared_with.area_code = benchmark.area_code
    where benchmark.geographic_level in ('National', 'Regional', 'Local authority')
        and benchmark.breakdown_topic = 'Total'
        and benchmark.breakdown = 'Total'
        and (benchmark.time_identifier = 'Academic year' or benchmark.time_identifier like '%term')
        and not (benchmark.dataset = 'pupil_attendance' and benchmark.phase_type_grouping = 'Total')
    qualify row_number() over (    -- of two types of school that are one phase, the state-funded
        partition by comparator.measure_code, compared_with.mart_column, benchmark.area_code, benchmark.phase_type_grouping,
            benchmark.time_period, benchmark.time_identifier
        order by comparator.preference, case when benchmark.school_type like 'State-funded%' then 0 else 1 end, benchmark.school_type) = 1
) as published
