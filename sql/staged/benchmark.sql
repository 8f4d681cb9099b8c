-- One row per data set, period, area, school type and measure, with the reason where a figure is withheld.
--
-- What a symbol means depends on the release, not on the row: a file whose last period is 2018/19 or before writes x
-- for a suppressed number. A blank is not available. A measure bears today's name.
with figure as (

    select
        typed.*,
        max(typed.time_period) over () <= 201819
            and max(typed.time_period) over () not between 2019 and 2100 as is_old,
        try_cast(replace(typed.value, ',', '') as double) as number
    from typed

)

select
    figure.dataset,
    figure.time_period,
    figure.time_identifier,
    upper(left(figure.geographic_level, 1)) || lower(substr(figure.geographic_level, 2)) as geographic_level,
    case lower(figure.geographic_level)
        when 'school' then cast(figure.laestab as varchar)
        when 'national' then figure.country_code
        when 'regional' then figure.region_code
        when 'local authority' then coalesce(
            case when regexp_full_match(figure.new_la_code, '[A-Z][0-9]{8}') then figure.new_la_code end,
            authority.new_la_code,
            figure.old_la_code)
        else coalesce(figure.new_la_code, figure.region_code, figure.country_code)
    end as area_code,
    figure.school_type,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    coalesce(renamed.measure, lower(figure.measure)) as measure,
    case when isfinite(figure.number) then figure.number end as value,
    case
        when isfinite(figure.number) then 'ok'
        when figure.is_old then coalesce(symbol.status_to_201819, 'x')
        else coalesce(symbol.status, 'x')
    end as value_status,
    figure.source_line
from figure
left join codes.benchmark_measure as renamed
    on renamed.code = lower(figure.measure)
left join codes.benchmark_symbol as symbol
    on symbol.code = lower(trim(figure.value))
left join codes.local_authority as authority
    on authority.old_la_code = figure.old_la_code
