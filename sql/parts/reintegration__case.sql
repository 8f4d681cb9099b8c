-- One row per permanent exclusion, placement or managed move of a cohort, and what became of it by the day of the as-of.
--
-- A return is the first day, after the case began, of a movement back to a mainstream school, of the end of a placement that led to one,
-- or, after a permanent exclusion, of an enrolment at one. It counts where it came within 365 days and no permanent exclusion followed
-- in 60 school days, and is sustained where none followed in 365 days. Until 365 days are over a case is in progress.
with calendar as (

    select date, sum(case when is_school_day then 1 else 0 end) over (order by date) as through,
        max(case when is_school_day then 1 else 0 end) over (partition by time_period) = 1 as is_known
    from core.dim_date

),

permanent as (

    select exclusion_key, pupil_key, pupil_term_key, laestab, start_date
    from core.fact_exclusion
    where is_counted
        and category = 'PERM'

),

placement as (

    select fact.placement_key, fact.pupil_key, fact.pupil_term_key, fact.home_laestab, fact.start_date, fact.end_date, fact.destination, fact.reason
    from core.fact_placement as fact
    join core.dim_provision as provision
        on provision.provision_key = fact.provision_key
        and provision.provision_type in ('BEHAVIOUR_PROVISION', 'PRU_AP', 'UNREGISTERED_AP')
    where fact.start_date <= as_of_date()

),

begun as (

    select 'EXCLUDED' as cohort, pupil_key, pupil_term_key, laestab, start_date, 'core.fact_exclusion' as fact, exclusion_key as fact_key
    from permanent

    union all

    select 'IN_AP', pupil_key, pupil_term_key, home_laestab, start_date, 'core.fact_placement', placement_key
    from placement

    union all

    select 'AT_RISK', pupil_key, pupil_term_key, home_laestab, start_date, 'core.fact_placement', placement_key
    from placement
    where reason = 'EXR'
        and not exists (
            select 1
            from permanent
            where permanent.pupil_key = placement.pupil_key
                and permanent.start_date <= placement.start_date)

),

mainstream as (

    select movement.pupil_key, movement.movement_date as date, movement.to_laestab as laestab, false as is_of_excluded
    from core.fact_pupil_movement as movement
    where movement.movement_type = 'REINTEGRATION'
        and movement.is_successful is distinct from false

    union all

    select pupil_key, end_date, null, false
    from placement
    where destination = 'MAINSTREAM'
        and end_date is not null

    union all

    select census.pupil_key, census.entry_date, census.laestab, true
    from core.fact_pupil_census as census
    join core.dim_school as school
        on school.school_key = census.school_key
        and school.is_mainstream
    where census.is_on_roll
        and census.enrol_status in ('C', 'M')
        and census.entry_date is not null

),

returned as (

    select
        begun.cohort,
        begun.fact_key,
        mainstream.date,
        mainstream.laestab,
        (select min(permanent.start_date) from permanent where permanent.pupil_key = begun.pupil_key and permanent.start_date >= mainstream.date)
            as excluded_again
    from begun
    join mainstream
        on mainstream.pupil_key = begun.pupil_key
        and mainstream.date > begun.start_date
        and mainstream.date <= as_of_date()
        and (begun.cohort = 'EXCLUDED' or not mainstream.is_of_excluded)
    qualify row_number() over (partition by begun.cohort, begun.fact_key order by mainstream.date, mainstream.laestab) = 1

),

judged as (

    select
        begun.*,
        returned.date as return_date,
        returned.laestab as return_laestab,
        add_days(begun.start_date, 365) < as_of_date() as is_closed,
        add_days(begun.start_date, 365) < as_of_date() and returned.date <= add_days(begun.start_date, 365)
            and coalesce(again.through - back.through >= 60, now_day.through - back.through >= 60) as is_returned,
        add_days(returned.date, 365) < as_of_date() as is_watched,
        coalesce(returned.excluded_again > add_days(returned.date, 365), true) as is_sustained,
        coalesce(first_day.is_known, false) as is_timed,    -- without term dates of the year nobody knows of school days
        case when first_day.is_known then cast(back.through - first_day.through as integer) end as return_days
    from begun
    left join returned
        on returned.cohort = begun.cohort
        and returned.fact_key = begun.fact_key
    left join calendar as first_day
        on first_day.date = begun.start_date
    left join calendar as back
        on back.date = returned.date
    left join calendar as again
        on again.date = returned.excluded_again
    left join calendar as now_day
        on now_day.date = as_of_date()

)

select
    cohort, pupil_key, pupil_term_key, laestab, start_date, fact, fact_key, return_date, return_laestab, return_days, is_closed, is_timed,
    coalesce(is_returned, false) as is_returned,
    coalesce(is_returned and is_watched, false) as is_watched,
    is_sustained,
    cast(null as boolean) as is_successful
from judged

union all

select
    'MANAGED_MOVE', pupil_key, pupil_term_key, from_laestab, movement_date, 'core.fact_pupil_movement', pupil_movement_key, null, to_laestab, null,
    false, false, false, false, false, is_successful
from core.fact_pupil_movement
where movement_type = 'MANAGED_MOVE'
    and movement_date <= as_of_date()
