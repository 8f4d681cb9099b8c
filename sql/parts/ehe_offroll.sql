-- One row per cell, part and start of home education, child home educated, pupil followed from census to census, or pupil taken off roll.
--
-- A start, and a child home educated, is of the school that the register says the child left; of none where it says none. Who left a roll
-- stands in the year of the last census with the pupil on it, once a school.
with limits as (

    select cast(exclusion.value as integer) as exclusion_days, cast(risk.value as integer) as risk_days
    from config.setting as exclusion
    join config.setting as risk
        on exclusion.name = 'ehe_exclusion_days'
        and risk.name = 'ehe_risk_days'

),

spell as (

    select spell.*, limits.exclusion_days, limits.risk_days
    from part.ehe_offroll__spell as spell
    cross join limits
    where spell.kind = 'EHE'

),

excluded as (

    select distinct spell.pupil_movement_key
    from spell
    join core.fact_exclusion as exclusion
        on exclusion.pupil_key = spell.pupil_key
        and exclusion.is_counted
        and exclusion.category in ('SUSP', 'PERM')
        and exclusion.start_date between add_days(spell.start_date, -spell.exclusion_days) and spell.start_date

),

at_risk as (

    select distinct spell.pupil_movement_key
    from spell
    join core.fact_placement as placement
        on placement.pupil_key = spell.pupil_key
        and upper(trim(placement.reason)) = 'EXR'
        and (placement.start_date between add_days(spell.start_date, -spell.risk_days) and spell.start_date
            or placement.referral_date between add_days(spell.start_date, -spell.risk_days) and spell.start_date)

),

home_education as (

    select
        spell.*,
        excluded.pupil_movement_key is not null as is_after_exclusion,
        at_risk.pupil_movement_key is not null as is_after_risk,
        coalesce(replace(replace(upper(trim(spell.reason)), ' ', '_'), '-', '_') = 'AVOID_EXCLUSION', false) as is_to_avoid
    from spell
    left join excluded
        on excluded.pupil_movement_key = spell.pupil_movement_key
    left join at_risk
        on at_risk.pupil_movement_key = spell.pupil_movement_key

),

year as (

    select time_period, window_start, window_end, least(window_end, as_of_date()) as last_day
    from core.dim_academic_period
    where time_identifier = 'Academic year'
        and is_begun

),

happened as (

    select year.time_period, education.from_laestab as laestab, part.part, 'core.fact_pupil_movement' as fact, education.pupil_movement_key as fact_key
    from home_education as education
    join year
        on education.start_date between year.window_start and year.window_end
    join (values ('ehe_start'), ('after_exclusion'), ('after_risk'), ('to_avoid')) as part (part)
        on part.part = 'ehe_start'
        or part.part = 'after_exclusion' and education.is_after_exclusion
        or part.part = 'after_risk' and (education.is_after_exclusion or education.is_after_risk)
        or part.part = 'to_avoid' and education.is_to_avoid

    union all

    select year.time_period, education.from_laestab, 'ehe_pupil', 'core.fact_pupil_movement', education.pupil_movement_key
    from home_education as education
    join year
        on education.start_date <= year.last_day
        and coalesce(education.last_day > year.last_day, true)

    union all

    select year.time_period, movement.from_laestab, 'off_roll_event', 'core.fact_pupil_movement', movement.pupil_movement_key
    from core.fact_pupil_movement as movement
    join year
        on movement.movement_date between year.window_start and year.last_day
    where movement.movement_type = 'OFF_ROLL'

    union all

    select time_period, laestab, 'followed', 'core.fact_pupil_census', min(pupil_census_key)
    from part.ehe_offroll__roll
    group by time_period, laestab, pupil_key

    union all

    select leaver.time_period, leaver.laestab, part.part, 'core.fact_pupil_census', leaver.pupil_census_key
    from part.ehe_offroll__leaver as leaver
    join (values ('off_rolled'), ('to_other_school'), ('ehe'), ('cme'), ('out_of_area'), ('unknown'), ('awaited')) as part (part)
        on part.part in ('off_rolled', leaver.destination)

)

select
    level.geographic_level,
    case level.geographic_level when 'School' then cast(happened.laestab as varchar) else cast(home.la_code as varchar) end as area_code,
    happened.time_period,
    'Academic year' as time_identifier,
    happened.part,
    1 as amount,
    happened.fact,
    happened.fact_key
from happened
join core.dim_local_authority as home
    on home.is_home_la
join (values ('Local authority'), ('School')) as level (geographic_level)
    on level.geographic_level = 'Local authority'
    or cast(floor(happened.laestab / 10000) as integer) = home.la_code
