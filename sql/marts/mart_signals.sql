-- One row per measure, chart, area and period: the figure beside the centre and limits of its chart, and what chance does not explain.
--
-- SERIES: a week or term of the authority, a phase or a school beside the others of its chart. FUNNEL: a school's year beside all
-- schools of its phase. Which measures take part, and of what their limits are made, config/measures says.
with signal_row as (select * from mart.mart_signals__row),    -- a view is planned anew wherever it is named

school_day as (

    select distinct area_code, as_at_date    -- a school is looked up once a day of which its figures tell
    from signal_row
    where geographic_level = 'School'

),

school as (    -- as it was on that day

    select
        school_day.area_code,
        school_day.as_at_date,
        version.urn,
        version.school_name,
        version.education_phase
    from school_day
    join core.dim_school as version
        on version.laestab = cast(school_day.area_code as integer)
        and version.valid_from <= school_day.as_at_date
    qualify row_number() over (
        partition by school_day.area_code, school_day.as_at_date order by version.valid_from desc, version.urn desc) = 1

)

select
    authority.la_code,
    authority.la_name,
    placed.time_period,
    placed.time_identifier,
    placed.as_at_date,
    placed.preferred_source,
    placed.data_status,
    placed.period_start as week_commencing,
    placed.geographic_level,
    case when placed.geographic_level = 'School' then cast(placed.area_code as integer) end as laestab,
    school.urn,
    school.school_name,
    placed.phase_type_grouping,
    school.education_phase,
    placed.measure_code,
    measure.measure_name,
    measure.unit,
    measure.polarity,
    placed.chart,
    cast(placed.value as double) as value,
    case when placed.value is null and placed.value_status = 'ok' then 'x' else placed.value_status end as value_status,
    cast(placed.centre as double) as centre,
    case when placed.centre is null then 'z' else 'ok' end as centre_status,
    cast(placed.low as double) as low,
    case when placed.low is null then 'z' else 'ok' end as low_status,
    cast(placed.high as double) as high,
    case when placed.high is null then 'z' else 'ok' end as high_status,
    cast(placed.inner_low as double) as inner_low,
    case when placed.inner_low is null then 'z' else 'ok' end as inner_low_status,
    cast(placed.inner_high as double) as inner_high,
    case when placed.inner_high is null then 'z' else 'ok' end as inner_high_status,
    placed.sigmas,
    case when placed.sigmas is null then 'z' else 'ok' end as sigmas_status,
    placed.signal,
    cast(placed.rules_broken as integer) as rules_broken,
    case
        when placed.signal is null or placed.signal = 'NONE' then null
        when placed.side = 1 and measure.polarity = 'HIGH' or placed.side = -1 and measure.polarity = 'LOW' then 'BETTER'
        else 'WORSE'
    end as direction,
    placed.is_low_base
from signal_row as placed
join core.dim_measure as measure
    on measure.measure_code = placed.measure_code
    and measure.is_current
join core.dim_local_authority as authority
    on authority.is_home_la
left join school
    on placed.geographic_level = 'School'
    and school.area_code = placed.area_code
    and school.as_at_date = placed.as_at_date
