-- One row per permanent exclusion, placement that has ended or managed move of a cohort, and what became of it by the day of the as-of.
--
-- A case begins on the day of the exclusion, or on the last day of the placement, and is watched for 365 days. Reintegrated is who came back to
-- a mainstream school meanwhile and stayed for 60 school days; both are settings. It is sustained where it has lasted for 365 days. School days
-- to the return are counted from the first day away. A case that is watched still is in progress.
with watch as (

    select cast(watched.value as integer) as days, cast(held.value as integer) as school_days
    from config.setting as watched
    join config.setting as held
        on watched.name = 'reintegration_days'
        and held.name = 'reintegration_school_days'

),

calendar as (

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

    select placement_key, pupil_key, pupil_term_key, home_laestab, start_date, end_date, reason
    from part.reintegration__placement
    where start_date <= end_date
        and end_date <= as_of_date()

),

begun as (

    select 'EXCLUDED' as cohort, pupil_key, pupil_term_key, laestab, start_date, start_date as away_from,
        'core.fact_exclusion' as fact, exclusion_key as fact_key
    from permanent

    union all

    select 'IN_AP', pupil_key, pupil_term_key, home_laestab, end_date, start_date, 'core.fact_placement', placement_key
    from placement

    union all

    select 'AT_RISK', pupil_key, pupil_term_key, home_laestab, end_date, start_date, 'core.fact_placement', placement_key
    from placement
    where upper(trim(reason)) = 'EXR'
        and not exists (
            select 1
            from permanent
            where permanent.pupil_key = placement.pupil_key
                and permanent.start_date <= placement.start_date)

),

returned as (    -- the first that lasted

    select begun.cohort, begun.fact_key, back.date, back.laestab, back.left_on
    from begun
    cross join watch
    join part.reintegration__return as back
        on back.pupil_key = begun.pupil_key
        and back.date > begun.away_from
        and back.date between begun.start_date and add_days(begun.start_date, watch.days)
    join calendar as first_day
        on first_day.date = back.date
    join calendar as last_day
        on last_day.date = least(back.left_on, as_of_date())    -- today where it lasts
        and last_day.through - first_day.through >= watch.school_days
    qualify row_number() over (partition by begun.cohort, begun.fact_key order by back.date, back.laestab) = 1

),

judged as (

    select
        begun.*,
        returned.date as return_date,
        returned.laestab as return_laestab,
        add_days(begun.start_date, watch.days) < as_of_date() as is_closed,
        add_days(returned.date, 365) < as_of_date() as is_old,
        coalesce(returned.left_on > add_days(returned.date, 365), true) as is_sustained,
        coalesce(away_day.is_known and back_day.is_known is distinct from false, false) as is_timed,    -- without term dates nobody knows of school days
        case when away_day.is_known and back_day.is_known then cast(back_day.through - away_day.through as integer) end as return_days
    from begun
    cross join watch
    left join returned
        on returned.cohort = begun.cohort
        and returned.fact_key = begun.fact_key
    left join calendar as away_day
        on away_day.date = begun.away_from
    left join calendar as back_day
        on back_day.date = returned.date

)

select
    cohort, pupil_key, pupil_term_key, laestab, start_date, away_from, fact, fact_key, return_date, return_laestab, return_days, is_closed,
    is_timed,
    is_closed and return_date is not null as is_returned,
    coalesce(is_closed and is_old, false) as is_watched,
    is_sustained,
    cast(null as boolean) as is_successful
from judged

union all

select
    'MANAGED_MOVE', pupil_key, pupil_term_key, from_laestab, movement_date, movement_date, 'core.fact_pupil_movement', pupil_movement_key, null,
    to_laestab, null, false, false, false, false, false, is_successful
from core.fact_pupil_movement
where movement_type = 'MANAGED_MOVE'
    and movement_date <= as_of_date()
