-- One row per time in which a child was home educated (EHE) or missing education (CME), as the register of movements tells.
--
-- It ends on its own last day, with the movement that ends it or another that follows, with an entry at a school, and with the summer term
-- of Year 11, after which nobody has to be educated: a later start is over on its day. A start while another runs is told twice, and is no other,
-- but its last day is that of the first.
with begun as (

    select *, case movement_type when 'EHE_START' then 'EHE' else 'CME' end as kind
    from core.fact_pupil_movement
    where movement_type in ('EHE_START', 'CME_START')
        and movement_date <= as_of_date()

),

followed as (    -- by what

    select begun.pupil_movement_key, min(other.movement_date) as date
    from begun
    join core.fact_pupil_movement as other
        on other.pupil_key = begun.pupil_key
        and (other.movement_type = begun.kind || '_END' and other.movement_date >= begun.movement_date
            or other.movement_type in ('EHE_START', 'CME_START', 'REINTEGRATION', 'MANAGED_MOVE', 'OUT_OF_AREA')
                and other.movement_type <> begun.movement_type
                and other.movement_date > begun.movement_date)
    group by begun.pupil_movement_key

),

told_again as (

    select begun.pupil_movement_key, min(other.end_date) as date
    from begun
    join begun as other
        on other.pupil_key = begun.pupil_key
        and other.kind = begun.kind
        and other.movement_date >= begun.movement_date
        and other.end_date >= other.movement_date
    group by begun.pupil_movement_key

),

entered as (

    select begun.pupil_movement_key, min(census.entry_date) as date
    from begun
    join core.fact_pupil_census as census
        on census.pupil_key = begun.pupil_key
        and census.entry_date > begun.movement_date
    group by begun.pupil_movement_key

),

spell as (

    select
        begun.*,
        least(told_again.date, followed.date, entered.date,
            case when school_age.last_day < begun.movement_date then begun.movement_date else school_age.last_day end) as last_day
    from begun
    left join told_again
        on told_again.pupil_movement_key = begun.pupil_movement_key
    left join followed
        on followed.pupil_movement_key = begun.pupil_movement_key
    left join entered
        on entered.pupil_movement_key = begun.pupil_movement_key
    left join part.ehe_offroll__school_age as school_age
        on school_age.pupil_key = begun.pupil_key

)

select kind, pupil_movement_key, pupil_key, from_laestab, reason, movement_date as start_date, last_day
from spell
qualify coalesce(max(coalesce(last_day, date '9999-12-31')) over (
    partition by pupil_key, kind order by movement_date, pupil_movement_key
    rows between unbounded preceding and 1 preceding) <= movement_date, true)
