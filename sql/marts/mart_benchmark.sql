-- One row per measure, phase, and year or term: the authority's figure beside its region, England and its statistical neighbours.
--
-- The place is that of the authority's published figure among those of its neighbours, its own included: like is placed with like, and 1 is
-- the best where the measure has a better side, else the lowest; equal figures share a place. The gap is the authority's own figure less
-- England's, where both reach equally far. A neighbour without a figure is in neither mean nor place.
with compared as (

    select
        time_period,
        time_identifier,
        education_phase,
        measure_code,
        max(case when mart_column = 'la_value' then as_at_date end) as as_at_date,
        max(preferred_source) as preferred_source,
        max(data_status) as data_status,
        max(case when mart_column = 'la_value' then amount end) as la_value,
        max(case when mart_column = 'la_value' then amount_status end) as la_value_status,
        max(case when mart_column = 'la_published' then amount end) as la_published,
        max(case when mart_column = 'la_published' then amount_status end) as la_published_status,
        max(case when mart_column = 'region' then amount end) as region,
        max(case when mart_column = 'region' then amount_status end) as region_status,
        max(case when mart_column = 'england' then amount end) as england,
        max(case when mart_column = 'england' then amount_status end) as england_status,
        max(case when mart_column = 'england' then as_at_date end) as england_as_at_date,
        sum(case when mart_column = 'neighbour' then amount end) as neighbour_sum,
        count(case when mart_column = 'neighbour' then amount end) as neighbours
    from mart.mart_benchmark__part
    group by time_period, time_identifier, education_phase, measure_code

),

placed as (

    select
        part.time_period,
        part.time_identifier,
        part.education_phase,
        part.measure_code,
        part.mart_column,
        rank() over (
            partition by part.time_period, part.time_identifier, part.education_phase, part.measure_code
            order by case measure.polarity when 'HIGH' then -part.amount else part.amount end) as place
    from mart.mart_benchmark__part as part
    join core.dim_measure as measure
        on measure.measure_code = part.measure_code
        and measure.is_current
    where part.mart_column in ('la_published', 'neighbour')
        and part.amount is not null

),

set_beside as (

    select
        compared.*,
        placed.place,
        is_same_cut_off(compared.as_at_date, compared.england_as_at_date, period.window_end) as is_level
    from compared
    left join placed
        on placed.time_period = compared.time_period
        and placed.time_identifier = compared.time_identifier
        and placed.education_phase = compared.education_phase
        and placed.measure_code = compared.measure_code
        and placed.mart_column = 'la_published'
    left join core.dim_academic_period as period
        on period.time_period = compared.time_period
        and period.time_identifier = compared.time_identifier

)

select
    authority.la_code,
    authority.la_name,
    set_beside.time_period,
    set_beside.time_identifier,
    coalesce(set_beside.as_at_date, as_of_date()) as as_at_date,
    set_beside.preferred_source,
    set_beside.data_status,
    set_beside.education_phase,
    set_beside.measure_code,
    measure.measure_name,
    measure.unit,
    measure.polarity,
    cast(set_beside.la_value as double) as la_value,
    coalesce(set_beside.la_value_status, 'x') as la_value_status,
    cast(set_beside.la_published as double) as la_published,
    coalesce(set_beside.la_published_status, 'x') as la_published_status,
    cast(set_beside.region as double) as region,
    coalesce(set_beside.region_status, 'x') as region_status,
    cast(set_beside.england as double) as england,
    coalesce(set_beside.england_status, 'x') as england_status,
    cast(try_cast(set_beside.neighbour_sum / set_beside.neighbours as decimal(18, 6)) as double) as sn_mean,
    case when set_beside.neighbours = 0 then 'x' else 'ok' end as sn_mean_status,
    cast(set_beside.neighbours as integer) as sn_count,
    case when set_beside.neighbours > 0 then cast(set_beside.place as integer) end as sn_rank,
    case when set_beside.neighbours > 0 and set_beside.place is not null then 'ok' else 'x' end as sn_rank_status,
    case when set_beside.is_level then cast(set_beside.la_value - set_beside.england as double) end as gap_pp,
    case
        when set_beside.la_value is null then coalesce(set_beside.la_value_status, 'x')
        when set_beside.england is null then coalesce(set_beside.england_status, 'x')
        when not set_beside.is_level then 'z'
        else 'ok'
    end as gap_pp_status
from set_beside
join core.dim_measure as measure
    on measure.measure_code = set_beside.measure_code
    and measure.is_current
join core.dim_local_authority as authority
    on authority.is_home_la
