-- One row per pupil and day on which the pupil came back to a mainstream school, with the day on which that ended, where it did.
--
-- It is the day of a movement back, of the end of a placement that led to a mainstream school, or of an enrolment at one. Who is still placed
-- elsewhere that day has not come back. It ends with a permanent exclusion, another placement, a movement away, or its own last day where
-- nobody has called it a success.
with back as (

    select movement.pupil_key, movement.movement_date as date, movement.to_laestab as laestab,
        case when movement.is_successful is distinct from true then movement.end_date end as last_date
    from core.fact_pupil_movement as movement
    left join core.dim_school as school
        on school.school_key = movement.to_school_key
    where movement.movement_type = 'REINTEGRATION'
        and movement.is_successful is distinct from false
        and (school.is_mainstream or coalesce(movement.to_school_key, -1) < 0)

    union all

    select pupil_key, end_date, null, null
    from part.reintegration__placement
    where destination = 'MAINSTREAM'
        and end_date is not null

    union all

    select census.pupil_key, census.entry_date, census.laestab, null
    from core.fact_pupil_census as census
    join core.dim_school as school
        on school.school_key = census.school_key
        and school.is_mainstream
    where census.is_on_roll
        and census.enrol_status in ('C', 'M')
        and census.entry_date is not null

),

away as (

    select pupil_key, start_date as date
    from core.fact_exclusion
    where is_counted
        and category = 'PERM'

    union all

    select pupil_key, start_date
    from part.reintegration__placement

    union all

    select pupil_key, movement_date
    from core.fact_pupil_movement
    where movement_type in ('EHE_START', 'CME_START', 'OFF_ROLL', 'OUT_OF_AREA', 'PEX_MOVE')
        and movement_date <= as_of_date()

)

select back.pupil_key, back.date, back.laestab, least(back.last_date, min(away.date)) as left_on
from back
left join away
    on away.pupil_key = back.pupil_key
    and away.date > back.date
where back.date <= as_of_date()
    and not exists (
        select 1
        from part.reintegration__placement as placement
        where placement.pupil_key = back.pupil_key
            and placement.start_date <= back.date
            and coalesce(placement.end_date > back.date, true))
group by back.pupil_key, back.date, back.laestab, back.last_date
