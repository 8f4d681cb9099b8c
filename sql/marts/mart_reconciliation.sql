-- One row per school, or the authority, and term or year: exclusions that notices and the census tell of, side by side.
--
-- Compared are terms that a census has collected; what notices tell of other terms waits. Of the authority's year stand besides what
-- DfE has published and what a strategy's document states of it.
with place as (

    select
        event.*,
        period.time_identifier,
        level.geographic_level,
        case when level.geographic_level = 'School' then event.laestab end as place_laestab
    from mart.mart_reconciliation__event as event
    join core.dim_academic_period as period
        on period.time_period = event.time_period
        and (period.term = event.term or period.term is null)
    cross join (values ('School'), ('Local authority')) as level (geographic_level)

),

sums as (

    select
        geographic_level,
        place_laestab as laestab,
        time_period,
        time_identifier,
        category,
        cast(count(case when census_key is not null then 1 end) as integer) as census,
        cast(count(case when notice_key is not null then 1 end) as integer) as notice,
        cast(count(case when found_in = 'MATCHED' then 1 end) as integer) as matched,
        cast(count(case when found_in = 'CENSUS_ONLY' then 1 end) as integer) as census_only,
        cast(count(case when found_in = 'NOTICE_ONLY' then 1 end) as integer) as notice_only,
        cast(count(case when found_in = 'NOT_COLLECTED' then 1 end) as integer) as not_collected,
        cast(count(case when difference_class = 'LATE_NOTICE' then 1 end) as integer) as late_notice,
        cast(count(case when difference_class = 'LUNCHTIME' then 1 end) as integer) as lunchtime,
        cast(count(case when difference_class = 'OTHER_CATEGORY' then 1 end) as integer) as other_category,
        cast(count(case when difference_class = 'LEFT_SCHOOL' then 1 end) as integer) as left_school,
        cast(count(case when difference_class = 'OVERTURNED' then 1 end) as integer) as overturned,
        cast(count(case when difference_class = 'NOT_FOUND' then 1 end) as integer) as not_found,
        count(distinct difference_class) as classes,
        max(difference_class) as one_class,
        cast(count(case when is_counted then 1 end) as integer) as counted
    from place
    group by geographic_level, place_laestab, time_period, time_identifier, category

),

last_school as (

    select laestab, urn, school_name
    from core.dim_school
    where laestab is not null
    qualify row_number() over (partition by laestab order by valid_to desc, urn desc) = 1

)

select
    home.la_code,
    home.la_name,
    sums.geographic_level,
    sums.time_period,
    sums.time_identifier,
    sums.laestab,
    school.urn,
    school.school_name,
    sums.category,
    sums.census,
    sums.notice,
    sums.matched,
    sums.census_only,
    sums.notice_only,
    sums.not_collected,
    sums.notice_only - sums.census_only as difference,
    case
        when sums.classes > 1 then 'SEVERAL'
        when sums.classes = 1 then sums.one_class
        when sums.matched + sums.census_only + sums.notice_only > 0 then 'NONE'
        else 'NOT_COLLECTED'
    end as difference_class,
    sums.late_notice,
    sums.lunchtime,
    sums.other_category,
    sums.left_school,
    sums.overturned,
    sums.not_found,
    rate(sums.matched, sums.matched + sums.census_only + sums.notice_only) as match_rate,
    case when sums.matched + sums.census_only + sums.notice_only > 0 then 'ok' else 'z' end as match_rate_status,
    sums.counted,
    cast(published.value as integer) as published,
    stated.stated
from sums
join core.dim_local_authority as home
    on home.is_home_la
left join last_school as school
    on school.laestab = sums.laestab
left join mart.mart_reconciliation__published as published
    on sums.geographic_level = 'Local authority'
    and sums.time_identifier = 'Academic year'
    and published.time_period = sums.time_period
    and published.phase = 'Total'
    and published.measure = case sums.category when 'SUSP' then 'suspension' when 'PERM' then 'perm_excl' end
left join (
    select time_period, measure_code, cast(max(stated) as integer) as stated
    from mart.mart_reconciliation_stated
    where kind = 'FIGURE'
        and phase_type_grouping = 'Total'
    group by time_period, measure_code
) as stated
    on sums.geographic_level = 'Local authority'
    and sums.time_identifier = 'Academic year'
    and stated.time_period = sums.time_period
    and stated.measure_code = case sums.category when 'SUSP' then 'suspension' when 'PERM' then 'perm_excl' end
