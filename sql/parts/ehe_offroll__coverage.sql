-- One row per academic year of the authority, and of each of its schools that was open in it or that a child left: what is known of it.
--
-- Movements are known from the year of the register's first one on, where that is of the autumn, to the year in which the register last came, also
-- unchanged. Of exclusions a notice or a census of the school tells, and has to for the year before as well, where the school was open then, as a
-- start in September may follow one of July. Who left a roll is known of a school of which two censuses came, the first of them of the year; a
-- year is final once the summer census of the next is over.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

register as (

    select
        least(movement.first_date, delivery.first_date) as first_date,
        coalesce(delivery.last_date, case when movement.first_date is not null then as_of_date() end) as known_to
    from (select min(movement_date) as first_date from core.fact_pupil_movement) as movement
    cross join (
        select min(received_on) as first_date, max(received_on) as last_date
        from core.fact_return_delivery
        where return_name = 'pupil_movement'
            and is_accepted
    ) as delivery

),

year as (

    select
        year.time_period,
        year.window_start,
        year.window_end,
        least(year.window_end, as_of_date()) as as_at_date,
        coalesce(register.first_date <= year.window_end, false) as is_begun,
        coalesce(register.first_date <= autumn.window_end and register.known_to >= year.window_start, false) as is_registered,
        case
            when not year.is_closed or register.known_to between year.window_start and year.window_end then 'year_to_date'
            when later.reference_date <= as_of_date() then 'final'
            else 'provisional'
        end as data_status
    from core.dim_academic_period as year
    cross join register
    left join core.dim_academic_period as autumn
        on autumn.time_period = year.time_period
        and autumn.term = 'AUT'
    left join core.dim_census as later
        on later.time_period = year.time_period + 101
        and later.term = 'SUM'
    where year.time_identifier = 'Academic year'
        and year.is_begun

),

paired as (

    select distinct laestab, time_period
    from part.ehe_offroll__pair

),

excluded as (

    select distinct source.laestab, year.time_period
    from core.bridge_exclusion_source as source
    join home
        on home.la_code = cast(floor(source.laestab / 10000) as integer)
    join year
        on year.time_period = source.time_period
    left join core.bridge_exclusion_source as earlier
        on earlier.laestab = source.laestab
        and earlier.time_period = source.time_period - 101
    left join (select laestab, min(valid_from) as first_date from core.dim_school group by laestab) as opened
        on opened.laestab = source.laestab
    where earlier.laestab is not null
        or opened.first_date >= year.window_start

),

known as (    -- of each year, of any school

    select
        year.*,
        excluded.time_period is not null as is_of_exclusions,
        paired.time_period is not null as is_paired
    from year
    left join (select distinct time_period from excluded) as excluded
        on excluded.time_period = year.time_period
    left join (select distinct time_period from paired) as paired
        on paired.time_period = year.time_period
    where year.is_begun
        or paired.time_period is not null

),

school as (

    select year.time_period, school.laestab
    from year
    join core.dim_school as school
        on school.valid_from <= year.as_at_date
        and school.valid_to >= year.window_start
    join home
        on home.la_code = school.la_code

    union

    select year.time_period, movement.from_laestab
    from year
    join core.fact_pupil_movement as movement
        on movement.movement_type in ('EHE_START', 'OFF_ROLL')
        and movement.movement_date <= year.as_at_date
    join home
        on home.la_code = cast(floor(movement.from_laestab / 10000) as integer)

    union

    select time_period, laestab
    from paired

)

select
    'School' as geographic_level,
    cast(school.laestab as varchar) as area_code,
    year.time_period,
    'Academic year' as time_identifier,
    year.as_at_date,
    'registers' as preferred_source,
    year.data_status,
    year.is_registered,
    excluded.laestab is not null as is_of_exclusions,
    paired.laestab is not null as is_paired
from school
join known as year
    on year.time_period = school.time_period
left join paired
    on paired.laestab = school.laestab
    and paired.time_period = school.time_period
left join excluded
    on excluded.laestab = school.laestab
    and excluded.time_period = school.time_period

union all

select
    'Local authority', cast(home.la_code as varchar), year.time_period, 'Academic year', year.as_at_date, 'registers', year.data_status,
    year.is_registered, year.is_of_exclusions, year.is_paired
from known as year
cross join home
