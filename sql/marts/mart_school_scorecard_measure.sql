-- One row per school, academic year and measure: the school beside the authority's schools of its phase and England's.
--
-- The quartile is that of the schools of the phase which have a figure, four at least: 1 the best quarter where the
-- measure has a better side, else the lowest; equal figures share one. Green is at least as good as the authority's
-- schools of the phase together, red the last quartile of those that are worse, amber between. A count is no share: it
-- has the authority's total beside it and no colour. Beside the authority's figure stands on how many it rests, since
-- a figure of few is as telling for all schools as for one.
with scored as (    -- figures that are numbers

    select measure.*
    from config.measure_column as place
    join core.dim_measure as measure
        on measure.measure_code = place.measure_code
        and measure.is_current
        and measure.kind <> 'OWN'
    where place.mart = 'mart_school_scorecard'

),

figure as (

    select
        school.la_code,
        school.la_name,
        school.time_period,
        school.time_identifier,
        school.as_at_date,
        school.preferred_source,
        school.data_status,
        school.laestab,
        school.urn,
        school.school_name,
        school.education_phase,
        scored.measure_code,
        scored.measure_name,
        scored.unit,
        scored.polarity,
        scored.comparator_dataset,
        scored.comparator_measure,
        scored.kind = 'SUM' as is_count,
        scored.times,
        coalesce(scored.children_measure, scored.measure_code) as counted_measure,
        cast(figure.value as double) as value,
        coalesce(figure.status, 'x') as value_status,
        coalesce(figure.as_at_date, school.as_at_date) as known_to,
        figure.numerator,
        figure.denominator
    from mart.mart_school_scorecard as school
    cross join scored
    left join mart.figure as figure
        on figure.geographic_level = 'School'
        and figure.area_code = cast(school.laestab as varchar)
        and figure.time_period = school.time_period
        and figure.time_identifier = school.time_identifier
        and figure.breakdown_topic = 'Total'
        and figure.measure_code = scored.measure_code

),

phase_sum as (

    select
        time_period,
        education_phase,
        measure_code,
        cast(sum(numerator) as bigint) as amount,
        case
            when is_count then cast(sum(numerator) as double)
            else quotient(cast(sum(numerator) as bigint), cast(sum(denominator) as bigint), cast(times as integer))
        end as la_value
    from figure
    group by time_period, education_phase, measure_code, is_count, times

),

england as (

    select
        benchmark.dataset,
        benchmark.measure,
        benchmark.time_period,
        benchmark.phase_type_grouping as education_phase,
        benchmark.value as national_value,
        benchmark.value_status,
        benchmark.as_at_date,
        period.window_end
    from core.fact_benchmark as benchmark
    left join core.dim_academic_period as period
        on period.time_period = benchmark.time_period
        and period.time_identifier = benchmark.time_identifier
    where benchmark.geographic_level = 'National'
        and benchmark.time_identifier = 'Academic year'
        and benchmark.breakdown_topic = 'Total'
        and benchmark.breakdown = 'Total'
    qualify row_number() over (    -- of two types of school that are one phase, the state-funded
        partition by benchmark.dataset, benchmark.measure, benchmark.time_period, benchmark.phase_type_grouping
        order by case when benchmark.school_type like 'State-funded%' then 0 else 1 end, benchmark.school_type) = 1

),

ranked as (

    select
        time_period,
        education_phase,
        measure_code,
        laestab,
        rank() over (
            partition by time_period, education_phase, measure_code
            order by case polarity when 'HIGH' then -value else value end) as place,
        count(*) over (partition by time_period, education_phase, measure_code) as schools
    from figure
    where value is not null

),

compared as (

    select
        figure.*,
        phase_value.la_value,
        phase_count.amount as la_count,
        case when is_same_cut_off(figure.known_to, england.as_at_date, england.window_end) then england.national_value end
            as national_value,
        case when is_same_cut_off(figure.known_to, england.as_at_date, england.window_end) then england.value_status else 'z' end
            as national_status,
        case when ranked.schools >= 4 then cast(floor((ranked.place - 1) * 4 / ranked.schools) as integer) + 1 end
            as quartile_in_la
    from figure
    left join phase_sum as phase_value
        on phase_value.time_period = figure.time_period
        and phase_value.education_phase = figure.education_phase
        and phase_value.measure_code = figure.measure_code
    left join phase_sum as phase_count
        on phase_count.time_period = figure.time_period
        and phase_count.education_phase = figure.education_phase
        and phase_count.measure_code = figure.counted_measure
    left join england
        on england.dataset = figure.comparator_dataset
        and england.measure = figure.comparator_measure
        and england.time_period = figure.time_period
        and england.education_phase = figure.education_phase
    left join ranked
        on ranked.time_period = figure.time_period
        and ranked.education_phase = figure.education_phase
        and ranked.measure_code = figure.measure_code
        and ranked.laestab = figure.laestab

)

select
    la_code,
    la_name,
    time_period,
    time_identifier,
    as_at_date,
    preferred_source,
    data_status,
    laestab,
    urn,
    school_name,
    education_phase,
    measure_code,
    measure_name,
    unit,
    polarity,
    value,
    value_status,
    la_value,
    case when la_value is null then 'x' else 'ok' end as la_value_status,
    national_value,
    coalesce(national_status, case when comparator_dataset is null then 'z' else 'x' end) as national_value_status,
    quartile_in_la,
    case
        when quartile_in_la is not null then 'ok'
        when value is null then value_status
        else 'z'
    end as quartile_in_la_status,
    case
        when is_count or polarity = 'NONE' or value is null or la_value is null then null
        when polarity = 'HIGH' and value >= la_value or polarity = 'LOW' and value <= la_value then 'green'
        when quartile_in_la = 4 then 'red'
        else 'amber'
    end as rag,
    cast(la_count as integer) as la_count
from compared
