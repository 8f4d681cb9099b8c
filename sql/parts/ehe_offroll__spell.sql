-- One row per time in which a child was home educated (EHE) or missing education (CME), as the register of movements tells.
--
-- It ends on its own last day, with the movement that ends it or another that follows, with an entry at a school, and with the summer term
-- of Year 11, after which nobody has to be educated. A start while another runs is told twice, and is no other.
with school_age as (

    select census.pupil_key, add_days(year.window_end, -31) as last_day    -- the end of June
    from (
        select pupil_key, time_period + 101 * (15 - age_at_31_august) as last_period
        from core.fact_pupil_census
        where age_at_31_august is not null
        qualify row_number() over (partition by pupil_key order by reference_date desc, pupil_census_key) = 1
    ) as census
    join core.dim_academic_period as year
        on year.time_period = census.last_period
        and year.time_identifier = 'Academic year'

),

begun as (

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
        least(case when begun.end_date >= begun.movement_date then begun.end_date end, followed.date, entered.date,
            case when school_age.last_day >= begun.movement_date then school_age.last_day end) as last_day
    from begun
    left join followed
        on followed.pupil_movement_key = begun.pupil_movement_key
    left join entered
        on entered.pupil_movement_key = begun.pupil_movement_key
    left join school_age
        on school_age.pupil_key = begun.pupil_key

)

select kind, pupil_movement_key, pupil_key, from_laestab, reason, movement_date as start_date, last_day
from spell
qualify coalesce(max(coalesce(last_day, date '9999-12-31')) over (
    partition by pupil_key, kind order by movement_date, pupil_movement_key
    rows between unbounded preceding and 1 preceding) <= movement_date, true)
