-- One row per academic year and school of the authority that was open in it: which registers tell of the year.
--
-- A register tells of a year from the one of its first row or delivery on, where that is of the autumn, to the year in which it last came. Timetables
-- are known as their weeks are. Who was admitted after an exclusion takes exclusions of the year and of the one before, and a return that reached
-- twelve months began in the year before.
with register as (

    select register.return_name, least(register.first_date, delivery.first_date) as first_date,
        coalesce(delivery.last_date, case when register.first_date is not null then as_of_date() end) as known_to
    from (
        select 'pupil_movement' as return_name, min(movement_date) as first_date
        from core.fact_pupil_movement

        union all

        select 'training', min(event_date)
        from core.fact_training
    ) as register
    left join (
        select return_name, min(received_on) as first_date, max(received_on) as last_date
        from core.fact_return_delivery
        where is_accepted
        group by return_name
    ) as delivery
        on delivery.return_name = register.return_name

),

timetable as (

    select academic_year(last_day) as time_period, min(first_day) as first_date
    from part.part_time__week
    where is_registered
    group by academic_year(last_day)

),

source as (

    select distinct time_period
    from core.bridge_exclusion_source

),

year as (

    select
        year.time_period,
        year.window_start,
        least(year.window_end, as_of_date()) as as_at_date,
        year.is_closed,
        coalesce(movement.first_date <= autumn.window_end and movement.known_to >= year.window_start, false) as is_of_movements,
        coalesce(training.first_date <= autumn.window_end and training.known_to >= year.window_start, false) as is_of_training,
        coalesce(timetable.first_date <= autumn.window_end, false) as is_of_timetables,
        source.time_period is not null as is_of_source
    from core.dim_academic_period as year
    join core.dim_academic_period as autumn
        on autumn.time_period = year.time_period
        and autumn.term = 'AUT'
    left join register as movement
        on movement.return_name = 'pupil_movement'
    left join register as training
        on training.return_name = 'training'
    left join timetable
        on timetable.time_period = year.time_period
    left join source
        on source.time_period = year.time_period
    where year.time_identifier = 'Academic year'
        and year.is_begun

)

select
    'School' as geographic_level,
    cast(school.laestab as varchar) as area_code,
    year.time_period,
    'Academic year' as time_identifier,
    year.as_at_date,
    'registers' as preferred_source,
    case when year.is_closed then 'provisional' else 'year_to_date' end as data_status,
    year.is_of_timetables,
    year.is_of_movements,
    year.is_of_training,
    year.is_of_movements and year.is_of_source and coalesce(before.is_of_source, false) as is_of_admissions,
    year.is_of_movements and coalesce(before.is_of_movements, false) as is_of_returns,
    max(case when school.is_mainstream then 1 else 0 end) = 1 as is_mainstream
from year
join core.dim_school as school
    on school.valid_from <= year.as_at_date
    and school.valid_to >= year.window_start
join core.dim_local_authority as home
    on home.la_code = school.la_code
    and home.is_home_la
left join year as before
    on before.time_period = year.time_period - 101
group by school.laestab, year.time_period, year.as_at_date, year.is_closed, year.is_of_timetables, year.is_of_movements, year.is_of_training,
    year.is_of_source, before.is_of_source, before.is_of_movements
