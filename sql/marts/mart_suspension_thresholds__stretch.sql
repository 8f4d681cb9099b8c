-- One row per stretch of school days from the sixth of which on education is owed: of suspensions of a pupil by a school, or a permanent exclusion.
--
-- Suspensions that follow each other are one stretch, as statutory guidance has it; it is owed where they take more than ten sessions, of
-- compulsory school age. Lunchtimes belong to none. When it began is what a notice says, or the register of placements with a full-time place
-- that began meanwhile. A notice without such a day does not say that there was none.
with day as (select * from mart.mart_suspension_thresholds__day where category = 'SUSP'),
exclusion as (select * from mart.mart_suspension_thresholds__exclusion),
calendar as (select * from mart.mart_suspension_thresholds__calendar),

suspended_day as (

    select
        pupil_key,
        laestab,
        date,
        nth,
        least(2, sum(sessions)) as sessions,
        nth - row_number() over (partition by pupil_key, laestab order by nth) as run
    from day
    where nth is not null
    group by pupil_key, laestab, date, nth

),

run as (

    select pupil_key, laestab, run, min(date) as first_day, max(date) as last_day, sum(sessions) as sessions
    from suspended_day
    group by pupil_key, laestab, run

),

member as (

    select
        day.exclusion_key,
        day.pupil_key,
        day.laestab,
        max(suspended_day.run) as run,
        min(day.date) as first_day,
        sum(case when day.nth is null then day.sessions else 0 end) as unplaced
    from day
    left join suspended_day
        on suspended_day.pupil_key = day.pupil_key
        and suspended_day.laestab = day.laestab
        and suspended_day.nth = day.nth
    group by day.exclusion_key, day.pupil_key, day.laestab

),

stretch as (

    select
        member.pupil_key,
        member.laestab,
        'SUSP' as category,
        min(member.exclusion_key) as exclusion_key,
        coalesce(run.first_day, min(member.first_day)) as first_day,
        run.last_day,
        min(exclusion.day6_provision_start) as provided_on
    from member
    join exclusion
        on exclusion.exclusion_key = member.exclusion_key
    left join run
        on run.pupil_key = member.pupil_key
        and run.laestab = member.laestab
        and run.run = member.run
    group by member.pupil_key, member.laestab, member.run, run.first_day, run.last_day, run.sessions,
        case when member.run is null then member.exclusion_key end
    having coalesce(run.sessions, 0) + sum(member.unplaced) > 10

    union all

    select pupil_key, laestab, category, exclusion_key, start_date, date '9999-12-31', day6_provision_start
    from exclusion
    where category = 'PERM'

),

owed as (

    select
        stretch.*,
        coalesce(stretch.last_day, add_days(stretch.first_day, 5)) as until_day,
        sixth_day.date as sixth_day,
        coalesce(sixth_day.time_period, academic_year(stretch.first_day)) as time_period,
        coalesce(sixth_day.term, term_of(stretch.first_day)) as term
    from stretch
    left join calendar as first_day
        on first_day.date = stretch.first_day
        and first_day.is_known
    left join calendar as sixth_day
        on sixth_day.is_school_day
        and sixth_day.unknown_terms = first_day.unknown_terms
        and sixth_day.nth = first_day.nth + 5
    left join mart.mart_vulnerable_cohorts__age as age
        on age.pupil_key = stretch.pupil_key
    where coalesce(coalesce(sixth_day.date, stretch.first_day) <= age.leaves_on, true)

),

placed as (

    select owed.exclusion_key, min(placement.start_date) as provided_on
    from owed
    join part.reintegration__placement as placement
        on placement.pupil_key = owed.pupil_key
        and placement.start_date between owed.first_day and owed.until_day
    join core.fact_placement as fact
        on fact.placement_key = placement.placement_key
        and coalesce(fact.sessions_per_week >= 10, true)
    group by owed.exclusion_key

)

select
    owed.exclusion_key,
    owed.pupil_key,
    owed.laestab,
    owed.category,
    owed.time_period,
    owed.term,
    owed.first_day,
    owed.sixth_day,
    least(owed.provided_on, placed.provided_on) as provided_on,
    case
        when least(owed.provided_on, placed.provided_on) <= coalesce(owed.sixth_day, add_days(owed.first_day, 5)) then 'MET'
        when least(owed.provided_on, placed.provided_on) > owed.sixth_day then 'LATE'
        when owed.sixth_day >= as_of_date() then 'TO_COME'
        else 'UNKNOWN'
    end as day6_state
from owed
left join placed
    on placed.exclusion_key = owed.exclusion_key
