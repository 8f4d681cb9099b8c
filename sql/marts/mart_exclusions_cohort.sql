-- One row per authority or neighbourhood, academic year, topic and group of pupils: its rates beside those of all pupils there.
--
-- A neighbourhood's pupils are those of its schools. The relative rate is the group's rate over that of all pupils of the same area and
-- year, taken from counts: 2 is twice as often. Beside a group of the authority stands what is published of the same group of England.
-- Of children looked after the Virtual School's list tells, of all else the census and, for SEN provision, the exclusion itself.
with figure as (

    select
        cell_key,
        geographic_level,
        area_code,
        time_period,
        breakdown_topic,
        breakdown,
        as_at_date,
        preferred_source,
        data_status,
        max(case when measure_code = 'susp_rate' then numerator end) as suspension,
        max(case when measure_code = 'perm_excl_rate' then numerator end) as perm_excl,
        max(case when measure_code = 'susp_rate' then denominator end) as headcount,
        max(case when measure_code = 'susp_rate' then value end) as susp_rate,
        max(case when measure_code = 'perm_excl_rate' then value end) as perm_excl_rate,
        max(case when measure_code = 'susp_rate' then status end) as status
    from figure.exclusion
    where geographic_level in ('Local authority', 'Neighbourhood')
        and time_identifier = 'Academic year'
        and phase_type_grouping = 'Total'
        and measure_code in ('susp_rate', 'perm_excl_rate')
    group by cell_key, geographic_level, area_code, time_period, breakdown_topic, breakdown, as_at_date, preferred_source, data_status

),

england as (    -- of the authority's words for a topic; all pupils stand in every file

    select
        time_period,
        case breakdown_topic
            when 'Free school meals' then 'FSM'
            when 'Ethnicity' then 'Ethnicity major'
            when 'Minor ethnicity' then 'Ethnicity minor'
            when 'SEN' then 'SEN provision'
            when 'SEN need' then 'SEN primary need'
            else breakdown_topic
        end as breakdown_topic,
        breakdown,
        max(case when measure = 'susp_rate' then value end) as susp_rate,
        max(case when measure = 'susp_rate' then value_status end) as susp_rate_status,
        max(case when measure = 'perm_excl_rate' then value end) as perm_excl_rate,
        max(case when measure = 'perm_excl_rate' then value_status end) as perm_excl_rate_status
    from core.fact_benchmark
    where (dataset = 'exclusions' or dataset like 'exclusions_by_%')
        and geographic_level = 'National'
        and time_identifier = 'Academic year'
        and phase_type_grouping = 'Total'
        and measure in ('susp_rate', 'perm_excl_rate')
    group by 1, 2, 3

),

compared as (

    select
        figure.*,
        everyone.susp_rate as all_susp_rate,
        everyone.perm_excl_rate as all_perm_excl_rate,
        quotient(cast(figure.suspension * everyone.headcount as bigint), cast(figure.headcount * everyone.suspension as bigint), 1)
            as relative_rate,
        quotient(cast(figure.perm_excl * everyone.headcount as bigint), cast(figure.headcount * everyone.perm_excl as bigint), 1)
            as perm_relative_rate,
        case figure.geographic_level when 'Neighbourhood' then 'z' else 'x' end as without_england,
        england.susp_rate as england_rate,
        england.susp_rate_status as england_rate_status,
        england.perm_excl_rate as perm_england_rate,
        england.perm_excl_rate_status as perm_england_rate_status,
        quotient(cast(round(100000 * england.susp_rate) as bigint), cast(round(100000 * all_england.susp_rate) as bigint), 1)
            as england_relative_rate,
        quotient(cast(round(100000 * england.perm_excl_rate) as bigint), cast(round(100000 * all_england.perm_excl_rate) as bigint), 1)
            as perm_england_relative_rate
    from figure
    join figure as everyone
        on everyone.geographic_level = figure.geographic_level
        and everyone.area_code = figure.area_code
        and everyone.time_period = figure.time_period
        and everyone.breakdown_topic = 'Total'
    left join england
        on figure.geographic_level = 'Local authority'
        and england.time_period = figure.time_period
        and england.breakdown_topic = figure.breakdown_topic
        and england.breakdown = figure.breakdown
    left join england as all_england
        on all_england.time_period = england.time_period
        and all_england.breakdown_topic = 'Total'
        and all_england.breakdown = 'Total'

)

select
    authority.la_code,
    authority.la_name,
    compared.time_period,
    'Academic year' as time_identifier,
    compared.as_at_date,
    compared.preferred_source,
    compared.data_status,
    compared.geographic_level,
    case compared.geographic_level when 'Neighbourhood' then compared.area_code end as neighbourhood,
    compared.breakdown_topic,
    compared.breakdown,
    compared.relative_rate,
    case when compared.relative_rate is null and compared.status = 'ok' then 'z' else compared.status end as relative_rate_status,
    cast(compared.susp_rate - compared.all_susp_rate as double) as gap_pp,
    case when compared.all_susp_rate is null and compared.status = 'ok' then 'z' else compared.status end as gap_pp_status,
    compared.perm_relative_rate,
    case when compared.perm_relative_rate is null and compared.status = 'ok' then 'z' else compared.status end as perm_relative_rate_status,
    cast(compared.perm_excl_rate - compared.all_perm_excl_rate as double) as perm_gap_pp,
    case when compared.all_perm_excl_rate is null and compared.status = 'ok' then 'z' else compared.status end as perm_gap_pp_status,
    compared.england_rate,
    coalesce(compared.england_rate_status, compared.without_england) as england_rate_status,
    compared.england_relative_rate,
    case
        when compared.england_relative_rate is not null then 'ok'
        when compared.england_rate is not null then 'z'
        else coalesce(compared.england_rate_status, compared.without_england)
    end as england_relative_rate_status,
    compared.perm_england_rate,
    coalesce(compared.perm_england_rate_status, compared.without_england) as perm_england_rate_status,
    compared.perm_england_relative_rate,
    case
        when compared.perm_england_relative_rate is not null then 'ok'
        when compared.perm_england_rate is not null then 'z'
        else coalesce(compared.perm_england_rate_status, compared.without_england)
    end as perm_england_relative_rate_status,
    compared.cell_key
from compared
join core.dim_local_authority as authority
    on authority.is_home_la
