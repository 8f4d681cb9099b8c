-- One row per area, day, type of school and measure, with the reason where a figure is withheld.
--
-- An authority keeps its number where a boundary change brings a new code, as in published comparators. Percentages are
-- DfE's own: those of a nation or region are weighted for schools that did not share, and no sum of others.
with figure as (

    select
        typed.*,
        lower(coalesce(area_level.label, typed.geographic_level)) as level,
        cast(three_digits(typed.old_la_code) as varchar) as la_number,
        published_figure(typed.value) as number
    from typed
    left join codes.geographic_level as area_level
        on area_level.code = level_text(typed.geographic_level)

)

select
    figure.time_period,
    upper(left(figure.time_identifier, 1)) || lower(substr(figure.time_identifier, 2)) as time_identifier,
    upper(left(figure.level, 1)) || substr(figure.level, 2) as geographic_level,
    case figure.level
        when 'school' then cast(figure.laestab as varchar)
        when 'national' then case when regexp_full_match(figure.country_code, '[A-Z][0-9]{8}') then figure.country_code else 'E92000001' end
        when 'regional' then figure.region_code
        else coalesce(authority.new_la_code, successor.new_la_code, figure.new_la_code, figure.old_la_code)
    end as area_code,
    figure.attendance_date,
    coalesce(type.label, figure.school_type) as school_type,
    coalesce(nullif(renamed.measure, ''), lower(figure.measure)) as measure,
    case when isfinite(figure.number) then figure.number end as value,
    case when isfinite(figure.number) then 'ok' else coalesce(symbol.status, 'x') end as value_status,
    figure.source_line
from figure
left join codes.benchmark_school_type as type
    on type.code = lower(figure.school_type)
left join codes.benchmark_measure as renamed
    on renamed.code = lower(figure.measure)
left join codes.benchmark_symbol as symbol
    on symbol.code = lower(trim(figure.value))
left join codes.local_authority as authority
    on authority.old_la_code = figure.la_number
left join codes.former_la_code as former
    on former.new_la_code = figure.new_la_code
left join codes.local_authority as successor
    on successor.old_la_code = former.old_la_code
