-- One row per pupil who stood on a school's roll in one census and no longer in its next two, and where the pupil was found.
--
-- Who left at the end of a phase, or was excluded for good, has not been taken off roll. Found is who is with another school in either census,
-- or by the register went to one last; else what it tells last: home educated, missing education, or gone to another area. A move that failed
-- is none; a trial that had begun before the census is one while it runs or once it has ended well.
with later as (    -- with whom a pupil is in either of the censuses that follow

    select roll.pupil_census_key,
        max(case when census.laestab = roll.laestab and census.is_on_roll then 1 else 0 end) = 1 as is_still,
        max(case when census.laestab <> roll.laestab and (census.is_on_roll or census.entry_date > roll.reference_date) then 1 else 0 end) = 1
            as is_elsewhere
    from part.ehe_offroll__roll as roll
    join core.fact_pupil_census as census
        on census.pupil_key = roll.pupil_key
        and (census.time_period = roll.second_period and census.term = roll.second_term
            or census.time_period = roll.third_period and census.term = roll.third_term)
    group by roll.pupil_census_key

),

left_roll as (

    select roll.*, coalesce(later.is_elsewhere, false) as is_elsewhere
    from part.ehe_offroll__roll as roll
    left join later
        on later.pupil_census_key = roll.pupil_census_key
    where not coalesce(later.is_still, false)
        and not roll.is_end_of_phase
        and not exists (
            select 1
            from core.fact_exclusion as exclusion
            where exclusion.pupil_key = roll.pupil_key
                and exclusion.laestab = roll.laestab
                and exclusion.is_counted
                and exclusion.category = 'PERM'
                and exclusion.start_date between coalesce(roll.entry_date, roll.reference_date) and roll.next_date)
        and not exists (
            select 1
            from core.fact_pupil_movement as movement
            where movement.pupil_key = roll.pupil_key
                and movement.from_laestab = roll.laestab
                and movement.movement_type = 'PEX_MOVE'
                and movement.movement_date between coalesce(roll.entry_date, roll.reference_date) and roll.next_date)

),

moved as (    -- what the register tells of them, the last of it

    select left_roll.pupil_census_key, event.destination
    from left_roll
    join (
        select pupil_key, 'to_other_school' as destination, movement_date as start_date,
            case
                when movement_type <> 'MANAGED_MOVE' then movement_date
                when end_date is not null then greatest(end_date, movement_date)
                when coalesce(is_trial, false) and is_successful is null then null
                else movement_date
            end as last_day,
            to_laestab
        from core.fact_pupil_movement
        where to_laestab is not null
            and movement_type in ('MANAGED_MOVE', 'REINTEGRATION', 'OFF_ROLL', 'PEX_MOVE', 'EHE_END', 'CME_END')
            and coalesce(is_successful, true)

        union all

        select pupil_key, 'out_of_area', movement_date, null, null
        from core.fact_pupil_movement
        where movement_type = 'OUT_OF_AREA'

        union all

        select pupil_key, lower(kind), start_date, last_day, null
        from part.ehe_offroll__spell
    ) as event
        on event.pupil_key = left_roll.pupil_key
        and event.start_date between coalesce(left_roll.entry_date, left_roll.reference_date) and left_roll.until_date
        and coalesce(event.last_day > left_roll.reference_date, true)
        and coalesce(event.to_laestab <> left_roll.laestab, true)
    qualify row_number() over (
        partition by left_roll.pupil_census_key
        order by event.start_date desc, case event.destination when 'to_other_school' then 1 else 2 end, event.destination) = 1

)

select
    left_roll.pupil_census_key,
    left_roll.pupil_key,
    left_roll.laestab,
    left_roll.time_period,
    left_roll.term,
    case
        when left_roll.is_elsewhere then 'to_other_school'
        when moved.destination is not null then moved.destination
        when left_roll.is_searched then 'unknown'
        else 'awaited'
    end as destination
from left_roll
left join moved
    on moved.pupil_census_key = left_roll.pupil_census_key
