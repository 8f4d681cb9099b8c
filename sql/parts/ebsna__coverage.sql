-- One row per period in which pupils of the EBSNA register are followed: up to which day their registers are known.
with half_term as (

    select
        day.time_period,
        name.time_identifier,
        day.half_term,
        max(day.date) as window_end
    from core.dim_date as day
    join config.half_term as name
        on name.code = day.half_term
    group by day.time_period, name.time_identifier, day.half_term

),

period as (    -- up to which day the registers of these pupils are known

    select half_term.time_period, half_term.time_identifier, half_term.window_end, max(followed.last_marked) as last_marked
    from half_term
    join core.fact_ebsna_half_term as followed
        on followed.time_period = half_term.time_period
        and followed.half_term = half_term.half_term
    group by half_term.time_period, half_term.time_identifier, half_term.window_end

    union all

    select academic_year.time_period, academic_year.time_identifier, academic_year.window_end, max(followed.last_marked)
    from core.dim_academic_period as academic_year
    join core.fact_ebsna_half_term as followed
        on followed.time_period = academic_year.time_period
    where academic_year.time_identifier = 'Academic year'
    group by academic_year.time_period, academic_year.time_identifier, academic_year.window_end

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    period.last_marked as as_at_date,
    'marks' as preferred_source,
    case
        when period.window_end >= as_of_date() then 'year_to_date'
        when period.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end as data_status
from period
join core.dim_local_authority as home
    on home.is_home_la
