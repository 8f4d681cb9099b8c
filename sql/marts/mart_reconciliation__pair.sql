-- One row per exclusion of which both a notice and a row of the census tell.
--
-- They are of the same pupil, school, category and term and begin at most three days apart. Those of one day are each other's first; the rest
-- are gone through by day, each with the next of the other side that is near enough, so that as many as can be are paired, each once. Where
-- the one after it is nearer and would have no other, it is left to that.
with recursive side as (

    select
        exclusion.exclusion_key,
        exclusion.source,
        exclusion.pupil_key,
        exclusion.laestab,
        exclusion.category,
        exclusion.time_period,
        exclusion.term,
        started_on.day_number,
        row_number() over (
            partition by exclusion.source, exclusion.pupil_key, exclusion.laestab, exclusion.category, exclusion.start_date
            order by exclusion.exclusion_key) as nth_of_day
    from core.fact_exclusion as exclusion
    join core.dim_date as started_on
        on started_on.date = exclusion.start_date
    where exclusion.is_standing
        and exclusion.start_date <= as_of_date()

),

of_a_day as (

    select notice.exclusion_key as notice_key, census.exclusion_key as census_key
    from side as notice
    join side as census
        on census.source = 'census'
        and census.pupil_key = notice.pupil_key
        and census.laestab = notice.laestab
        and census.category = notice.category
        and census.day_number = notice.day_number
        and census.nth_of_day = notice.nth_of_day
    where notice.source = 'notices'

),

rest as (

    select
        side.exclusion_key,
        side.source,
        side.day_number,
        stable_key(side.pupil_key, side.laestab, side.category, side.time_period, side.term) as of_key,
        row_number() over (
            partition by side.source, side.pupil_key, side.laestab, side.category, side.time_period, side.term
            order by side.day_number, side.exclusion_key) as nth,
        lead(side.day_number) over (
            partition by side.source, side.pupil_key, side.laestab, side.category, side.time_period, side.term
            order by side.day_number, side.exclusion_key) as next_day
    from side
    where side.exclusion_key not in (select notice_key from of_a_day union all select census_key from of_a_day)

),

walk as (

    select of_key, 1 as nth_notice, 1 as nth_census, cast(null as bigint) as notice_key, cast(null as bigint) as census_key
    from rest
    group by of_key
    having count(distinct source) = 2

    union all

    select
        of_key,
        nth_notice + case when step = 'CENSUS' then 0 else 1 end,
        nth_census + case when step = 'NOTICE' then 0 else 1 end,
        case when step = 'PAIR' then notice_key end,
        case when step = 'PAIR' then census_key end
    from (
        select
            walk.of_key,
            walk.nth_notice,
            walk.nth_census,
            notice.exclusion_key as notice_key,
            census.exclusion_key as census_key,
            case
                when census.day_number - notice.day_number > 3 then 'NOTICE'
                when notice.day_number - census.day_number > 3 then 'CENSUS'
                when abs(census.next_day - notice.next_day) <= 3 then 'PAIR'
                when abs(census.day_number - notice.next_day) < abs(census.day_number - notice.day_number) then 'NOTICE'
                when abs(census.next_day - notice.day_number) < abs(census.day_number - notice.day_number) then 'CENSUS'
                else 'PAIR'
            end as step
        from walk
        join rest as notice
            on notice.of_key = walk.of_key
            and notice.source = 'notices'
            and notice.nth = walk.nth_notice
        join rest as census
            on census.of_key = walk.of_key
            and census.source = 'census'
            and census.nth = walk.nth_census
    ) as next_step

)

select notice_key, census_key
from of_a_day

union all

select notice_key, census_key
from walk
where notice_key is not null
