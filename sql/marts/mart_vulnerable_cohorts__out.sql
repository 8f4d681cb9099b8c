-- One row per spell of a pupil out of school: permanently excluded, home educated, missing education, or new and without a place.
--
-- A spell lasts from its day to the one before something else is told of where the pupil is: its own end, a return, a move, an enrolment
-- or a placement's end at a school, leaving the area, home education or (but for who is excluded, and may be both) missing education. A move that
-- failed is none. Who is excluded is back at a mainstream or special school, and not in alternative provision. All end with compulsory school
-- age. An end alone is no return where within a week another such spell begins or the pupil leaves the area: it made room for that.
with told_of as (

    select 'EXCLUDED' as cohort, pupil_key, start_date as first_day, cast(null as date) as end_date, laestab,
        'core.fact_exclusion' as fact, exclusion_key as fact_key
    from core.fact_exclusion
    where is_counted
        and category = 'PERM'

    union all

    select
        case movement_type when 'EHE_START' then 'EHE' when 'CME_START' then 'CME' else 'NEW_AWAITING_PLACE' end,
        pupil_key, movement_date, end_date, coalesce(from_laestab, to_laestab), 'core.fact_pupil_movement', pupil_movement_key
    from core.fact_pupil_movement
    where movement_type in ('EHE_START', 'CME_START', 'NEW_AWAITING_PLACE')

),

spell as (    -- an end on the first day of a later spell is that of the one before

    select *, min(first_day) over (partition by cohort, pupil_key) = first_day as is_first
    from told_of

),

moved as (

    select
        movement.pupil_key,
        movement.movement_date as date,
        case
            when movement.movement_type in ('REINTEGRATION', 'MANAGED_MOVE', 'PEX_MOVE') then 'SCHOOL'
            else movement.movement_type
        end as event,
        coalesce(school.is_mainstream or school.is_special, movement.movement_type = 'REINTEGRATION') as is_of_all
    from core.fact_pupil_movement as movement
    left join core.dim_school as school
        on school.school_key = movement.to_school_key
        and movement.to_school_key >= 0
    where movement.movement_type not in ('NEW_AWAITING_PLACE', 'OFF_ROLL')
        and movement.is_successful is distinct from false

    union all

    select pupil_key, end_date, 'SCHOOL', true
    from part.reintegration__placement
    where destination in ('MAINSTREAM', 'SPECIAL')
        and end_date is not null

    union all

    select census.pupil_key, census.entry_date, 'SCHOOL', school.is_mainstream or school.is_special
    from core.fact_pupil_census as census
    join core.dim_school as school
        on school.school_key = census.school_key
    where census.entry_date is not null
        and coalesce(census.enrol_status in ('C', 'M'), true)

),

ending as (    -- which events end which spells, and whether the pupil is at school by them, or not here any more

    select spell.cohort, spell.pupil_key, spell.first_day, moved.date, moved.event = 'SCHOOL' as is_at_school,
        moved.event in ('EHE_END', 'CME_END') as is_over
    from spell
    join moved
        on moved.pupil_key = spell.pupil_key
        and moved.date >= spell.first_day
    where moved.event = 'SCHOOL' and (moved.is_of_all or spell.cohort <> 'EXCLUDED') and moved.date > spell.first_day
        or moved.event = 'OUT_OF_AREA'
        or moved.event = 'EHE_START' and spell.cohort <> 'EHE' and (spell.cohort <> 'CME' or moved.date > spell.first_day)
        or moved.event = 'CME_START' and spell.cohort in ('EHE', 'NEW_AWAITING_PLACE')
        or moved.event = spell.cohort || '_END' and (moved.date > spell.first_day or spell.is_first)

    union all

    select cohort, pupil_key, first_day, end_date, false, true
    from spell
    where end_date >= first_day

    union all

    select spell.cohort, spell.pupil_key, spell.first_day, add_days(age.leaves_on, 1), false, false
    from spell
    join mart.mart_vulnerable_cohorts__age as age
        on age.pupil_key = spell.pupil_key

),

ended as (    -- a return of the same day is one

    select cohort, pupil_key, first_day, date, bool_or(is_at_school) as is_at_school, bool_or(is_over) as is_over
    from ending
    group by cohort, pupil_key, first_day, date
    qualify row_number() over (partition by cohort, pupil_key, first_day order by date) = 1

),

away as (    -- what is told of a pupil who is not at school from that day on

    select pupil_key, date
    from moved
    where event in ('EHE_START', 'CME_START', 'OUT_OF_AREA')

    union

    select pupil_key, first_day
    from spell
    where cohort <> 'EXCLUDED'

),

returned as (

    select ended.cohort, ended.pupil_key, ended.first_day, ended.date,
        ended.is_at_school or ended.is_over and count(away.date) = 0 as is_back
    from ended
    left join away
        on away.pupil_key = ended.pupil_key
        and away.date between ended.date and add_days(ended.date, 7)
        and away.date > ended.first_day
    group by ended.cohort, ended.pupil_key, ended.first_day, ended.date, ended.is_at_school, ended.is_over

)

select
    spell.cohort,
    spell.pupil_key,
    spell.first_day,
    coalesce(add_days(returned.date, -1), date '9999-12-31') as last_day,
    case when returned.is_back then returned.date end as back_on,
    min(spell.laestab) as laestab,
    spell.fact,
    min(spell.fact_key) as fact_key
from spell
left join returned
    on returned.cohort = spell.cohort
    and returned.pupil_key = spell.pupil_key
    and returned.first_day = spell.first_day
group by spell.cohort, spell.pupil_key, spell.first_day, returned.date, returned.is_back, spell.fact
