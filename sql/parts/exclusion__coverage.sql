-- One row per area and period of which exclusions or pupils on roll are known: from which source, and whether anybody noticed.
--
-- A period of which no notice and no census tells, of any school of the authority, has no figure: that nobody said anything does not
-- say that nothing was. A running period is compared with none, what notices tell never with what censuses tell, and nothing with
-- what nobody noticed. Of a school a notice tells, or a census that collects a term of the year; its roll is told by a
-- January return. Of a neighbourhood its schools tell.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

of_school as (    -- those that the figures cover, and those that GIAS does not know

    select source.*
    from core.bridge_exclusion_source as source
    join home
        on home.la_code = cast(floor(source.laestab / 10000) as integer)
    left join (
        select laestab, max(case when counts_in_exclusions then 1 else 0 end) as is_covered
        from core.dim_school
        group by laestab
    ) as school
        on school.laestab = source.laestab
    where coalesce(school.is_covered, 1) = 1

),

period as (

    select
        period.time_period,
        period.time_identifier,
        case when min(source.source) = 'census' and max(source.source) = 'census' then 'census' else 'notices' end
            as preferred_source,
        case
            when not period.is_closed then 'year_to_date'
            when min(source.data_status) = 'final' and max(source.data_status) = 'final' then 'final'
            else 'provisional'
        end as data_status,
        count(source.laestab) > 0 as is_told
    from core.dim_academic_period as period
    left join of_school as source
        on source.time_period = period.time_period
        and coalesce(period.term, source.term) = source.term
    where period.is_begun
    group by period.time_period, period.time_identifier, period.is_closed

),

school_period as (    -- a roll of January is that of the year and of its terms

    select
        coalesce(noticed.laestab, returned.laestab) as laestab,
        period.time_period,
        period.time_identifier,
        period.is_closed,
        least(period.window_end, as_of_date()) as as_at_date,
        coalesce(noticed.preferred_source, 'notices') as preferred_source,
        coalesce(noticed.data_status, 'provisional') as data_status,
        noticed.laestab is not null as is_told,
        returned.laestab is not null as is_returned
    from (
        select
            source.laestab,
            period.time_period,
            period.time_identifier,
            case when min(source.source) = 'census' and max(source.source) = 'census' then 'census' else 'notices' end
                as preferred_source,
            case when min(source.data_status) = 'final' and max(source.data_status) = 'final' then 'final' else 'provisional' end
                as data_status
        from core.bridge_exclusion_source as source
        join home
            on home.la_code = cast(floor(source.laestab / 10000) as integer)
        join core.dim_academic_period as period
            on period.time_period = source.time_period
            and coalesce(period.term, source.term) = source.term
        group by source.laestab, period.time_period, period.time_identifier
    ) as noticed
    full join (
        select source.laestab, source.time_period, period.time_identifier
        from core.bridge_headcount_source as source
        join home
            on home.la_code = cast(floor(source.laestab / 10000) as integer)
        join core.dim_academic_period as period
            on period.time_period = source.time_period
    ) as returned
        on returned.laestab = noticed.laestab
        and returned.time_period = noticed.time_period
        and returned.time_identifier = noticed.time_identifier
    join core.dim_academic_period as period
        on period.time_period = coalesce(noticed.time_period, returned.time_period)
        and period.time_identifier = coalesce(noticed.time_identifier, returned.time_identifier)
        and period.is_begun

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    as_of_date() as as_at_date,
    period.preferred_source,
    period.data_status,
    period.is_told,
    true as is_returned,
    period.data_status <> 'year_to_date'
        and period.is_told
        and coalesce(before.is_told, false)
        and period.preferred_source = before.preferred_source as is_comparable
from period
cross join home
left join period as before
    on before.time_period = period.time_period - 101
    and before.time_identifier = period.time_identifier

union all

select
    'School', cast(school_period.laestab as varchar), school_period.time_period, school_period.time_identifier,
    school_period.as_at_date, school_period.preferred_source,
    case when school_period.is_closed then school_period.data_status else 'year_to_date' end,
    school_period.is_told, school_period.is_returned,
    school_period.is_closed and school_period.is_told and coalesce(before.is_told, false)
        and school_period.preferred_source = before.preferred_source
from school_period
left join school_period as before
    on before.laestab = school_period.laestab
    and before.time_period = school_period.time_period - 101
    and before.time_identifier = school_period.time_identifier

union all

select
    'Neighbourhood', school.neighbourhood, school_period.time_period, school_period.time_identifier, max(school_period.as_at_date),
    case
        when min(case when is_told then preferred_source end) = 'census' and max(case when is_told then preferred_source end) = 'census'
            then 'census'
        else 'notices'
    end,
    case
        when not school_period.is_closed then 'year_to_date'
        when min(case when is_told then data_status end) = 'final' and max(case when is_told then data_status end) = 'final' then 'final'
        else 'provisional'
    end,
    max(case when is_told then 1 else 0 end) = 1, max(case when is_returned then 1 else 0 end) = 1, false
from school_period
join (
    select laestab, neighbourhood
    from core.dim_school
    where neighbourhood is not null
    group by laestab, neighbourhood
) as school
    on school.laestab = school_period.laestab
where school_period.time_identifier = 'Academic year'
group by school.neighbourhood, school_period.time_period, school_period.time_identifier, school_period.is_closed
