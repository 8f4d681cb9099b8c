-- One row per measure, period and area of the Local Authority Interactive Tool, under the tool's own code of the measure.
--
-- What 2025 or 2024-25 means depends on the measure: reference/lait_measure.csv says so of those that stand beside other figures, and which
-- schools they are of. Of any other the period stays as it is written, and it is never taken for a total: schools and breakdown are
-- 'As the measure says'. Several years (2014-16) stand at their last. Values come with the noise of binary tenths and are rounded.
with area as (    -- few, and each once

    select
        each_area.la_number,
        each_area.area,
        coalesce(place.geographic_level, 'Local authority') as geographic_level,
        coalesce(place.area_code, numbered.new_la_code, named.new_la_code, cast(three_digits(each_area.la_number) as varchar)) as area_code
    from (select distinct la_number, area from typed) as each_area    -- many figures, one area
    left join codes.lait_area as place
        on case when each_area.la_number is null then lower(place.label) = lower(each_area.area) else place.code = cast(three_digits(each_area.la_number) as varchar) end
    left join codes.local_authority as numbered
        on numbered.old_la_code = cast(three_digits(each_area.la_number) as varchar)
    left join codes.local_authority as named
        on each_area.la_number is null
        and lower(named.la_name) = lower(each_area.area)

),

written as (

    select
        years,
        plain_text(years) as text,
        cast(left(plain_text(years), 4) as integer) as first_year,
        try_cast(regexp_extract(plain_text(years), '^[0-9]{4}[/-]([0-9]{2})', 1) as integer) as second_year,
        regexp_extract(plain_text(years), '-([0-9]{2}/[0-9]{2})$', 1) as last_pair
    from (select distinct years from typed)    -- many figures, one period

),

period as (

    select
        years,
        text,
        first_year,
        second_year,
        last_pair,
        second_year = (first_year + 1) % 100 as is_one_year
    from written

),

figure as (

    select
        typed.dataset,
        typed.measure,
        typed.source_line,
        case
            when period.last_pair <> '' then cast(left(period.text, 2) || replace(period.last_pair, '/', '') as integer)
            when period.is_one_year then period.first_year * 100 + period.second_year
            when period.second_year is not null then cast(left(period.text, 2) || right('0' || period.second_year, 2) as integer)
            when known.period = 'YEAR_ENDING' then (period.first_year - 1) * 100 + period.first_year % 100
            else period.first_year
        end as time_period,
        case
            when period.last_pair <> '' then cast(cast(left(period.last_pair, 2) as integer) - period.first_year % 100 + 1 as varchar) || ' years'
            when period.is_one_year and period.text like '%(OT)' then 'Financial year'
            when period.is_one_year and known.period = 'FINANCIAL' then 'Financial year'
            when period.is_one_year and (known.period = 'ACADEMIC' or period.text like '%/%') then 'Academic year'
            when period.is_one_year then 'Year'
            when period.second_year is not null then cast(period.second_year - period.first_year % 100 + 1 as varchar) || ' years'
            when known.period = 'YEAR_ENDING' then 'Academic year'
            else 'Reporting year'
        end as time_identifier,
        area.geographic_level,
        area.area_code,
        nullif(known.school_type, '') as school_type,
        published_figure(typed.figure) as number,
        typed.figure as text
    from typed
    join area
        on area.la_number is not distinct from typed.la_number
        and area.area = typed.area
    join period
        on period.years = typed.years
    left join codes.lait_measure as known
        on known.code = typed.measure

)

select
    figure.dataset,
    figure.time_period,
    figure.time_identifier,
    figure.geographic_level,
    figure.area_code,
    coalesce(figure.school_type, 'As the measure says') as school_type,
    case when figure.school_type is null then 'As the measure says' else 'Total' end as breakdown_topic,
    case when figure.school_type is null then 'As the measure says' else 'Total' end as breakdown,
    figure.measure,
    case when isfinite(figure.number) then round(figure.number, 5) end as value,
    case when isfinite(figure.number) then 'ok' else coalesce(symbol.status, 'x') end as value_status,
    figure.source_line
from figure
left join codes.benchmark_symbol as symbol
    on symbol.code = lower(trim(figure.text))
