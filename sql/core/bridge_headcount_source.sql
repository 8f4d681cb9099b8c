-- One row per school and academic year: the January whose pupils are its headcount.
--
-- Its own January of the year, nobody on roll included; until that is told, its last one. The last January of a school
-- that has closed since, or that GIAS does not know, stands as long as no school's is told, and in the running year as
-- long as that of an open school is awaited: where its pupils are now has not been told yet.
-- Definition: DfE suspensions and permanent exclusions methodology, 1.4; the last January before there is a new one.
with january as (

    select laestab, time_period
    from core.fact_pupil_census
    where term = 'SPR'
    group by laestab, time_period

    union

    select laestab, academic_year as time_period
    from staged.census_return
    where census_term = 'SPR'

),

-- Academic years that any source tells of.
told_year as (

    select time_period from core.bridge_exclusion_source
    union
    select time_period from core.fact_pupil_census
    union
    select time_period from january

),

latest as (

    select told_year.time_period, january.laestab, max(january.time_period) as january_period
    from told_year
    join january
        on january.time_period <= told_year.time_period
    group by told_year.time_period, january.laestab

),

placed as (

    select
        latest.*,
        school.school_key is not null as is_open,
        latest.january_period < latest.time_period and coalesce(school.counts_in_exclusions, false) as is_awaited
    from latest
    join core.dim_census as census
        on census.time_period = latest.time_period
        and census.term = 'SPR'
    left join core.dim_school as school
        on school.laestab = latest.laestab
        and census.reference_date between school.valid_from and school.valid_to

),

year as (

    select
        placed.time_period,
        max(case when placed.january_period = placed.time_period then 1 else 0 end) = 1 as is_told,
        max(case when placed.is_awaited and not period.is_closed then 1 else 0 end) = 1 as is_awaited
    from placed
    join core.dim_academic_period as period
        on period.time_period = placed.time_period
        and period.time_identifier = 'Academic year'
    group by placed.time_period

),

before as (

    select told_year.time_period, max(january.time_period) as january_period
    from told_year
    join january
        on january.time_period < told_year.time_period
    group by told_year.time_period

)

select
    placed.laestab,
    placed.time_period,
    placed.january_period,
    placed.january_period < placed.time_period as is_carried
from placed
join year
    on year.time_period = placed.time_period
left join before
    on before.time_period = placed.time_period
where placed.january_period = placed.time_period
    or placed.is_open
    or placed.january_period = before.january_period and (year.is_awaited or not year.is_told)
