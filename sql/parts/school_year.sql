-- One row per school, academic year, part and movement, pupil, training or submission that adds to it, as registers and what came tell.
--
-- A pupil on a part-time timetable counts in the year of the last school day of a week on it. Admitted after an exclusion is whom a mainstream
-- school took within the days of the window of returns (reintegration_days) after a permanent exclusion from another, by the register of movements or an
-- entry date of a census, whether the pupil stayed or not. A return counts as lasting in the year in which twelve months of it are over.
with came as (

    select movement.pupil_key, movement.to_laestab as laestab, movement.movement_date as date
    from core.fact_pupil_movement as movement
    where movement.movement_type in ('REINTEGRATION', 'PEX_MOVE')
        and movement.movement_date <= as_of_date()

    union all

    select pupil_key, laestab, entry_date
    from core.fact_pupil_census
    where is_on_roll
        and enrol_status in ('C', 'M')
        and entry_date <= as_of_date()

),

admitted as (

    select came.pupil_key, came.laestab, academic_year(came.date) as time_period, exclusion.exclusion_key
    from came
    join core.dim_school as school
        on school.laestab = came.laestab
        and came.date between school.valid_from and school.valid_to
        and school.is_mainstream
    join config.setting as watch
        on watch.name = 'reintegration_days'
    join core.fact_exclusion as exclusion
        on exclusion.pupil_key = came.pupil_key
        and exclusion.laestab <> came.laestab
        and exclusion.is_counted
        and exclusion.category = 'PERM'
        and exclusion.start_date < came.date
        and came.date <= add_days(exclusion.start_date, cast(watch.value as integer))
    qualify row_number() over (
        partition by came.pupil_key, came.laestab, academic_year(came.date) order by exclusion.start_date desc, exclusion.exclusion_key) = 1

),

lasting as (    -- cohorts overlap: a return of a pupil is one

    select return_laestab as laestab, academic_year(add_days(return_date, 365)) as time_period, fact, fact_key
    from part.reintegration__case
    where is_watched
        and is_sustained
        and return_laestab is not null
    qualify row_number() over (
        partition by pupil_key, return_laestab, academic_year(add_days(return_date, 365)) order by cohort desc, fact_key) = 1

),

happened as (

    select running.laestab, academic_year(least(week.last_day, timetable.run_end)) as time_period, 'part_time_pupil' as part, 1 as amount,
        'core.fact_part_time_timetable' as fact, min(running.part_time_timetable_key) as fact_key
    from part.part_time__running as running
    join part.part_time__week as week
        on week.week_commencing = running.week_commencing
    join part.part_time__timetable as timetable
        on timetable.part_time_timetable_key = running.part_time_timetable_key
    group by running.laestab, running.pupil_key, academic_year(least(week.last_day, timetable.run_end))

    union all

    select case direction.part when 'managed_move_in' then movement.to_laestab else movement.from_laestab end, movement.time_period, direction.part,
        1, 'core.fact_pupil_movement', movement.pupil_movement_key
    from core.fact_pupil_movement as movement
    cross join (values ('managed_move_in'), ('managed_move_out')) as direction (part)
    where movement.movement_type = 'MANAGED_MOVE'
        and movement.movement_date <= as_of_date()

    union all

    select laestab, time_period, 'excluded_admitted', 1, 'core.fact_exclusion', exclusion_key
    from admitted

    union all

    select laestab, time_period, 'return_sustained', 1, fact, fact_key
    from lasting

    union all

    select laestab, time_period, 'staff_trained', staff_trained, 'core.fact_training', training_key
    from core.fact_training
    where event_date <= as_of_date()
        and staff_trained is not null

    union all

    select quality.laestab, academic_year(quality.received_on), named.part,
        case named.part when 'row_sent' then quality.row_count else quality.row_count - quality.rejected_count - quality.flagged_count end,
        'core.fact_return_quality', quality.return_quality_key
    from core.fact_return_quality as quality
    cross join (values ('row_sent'), ('row_clean')) as named (part)
    where quality.flagged_count is not null

)

select
    school.geographic_level,
    school.area_code,
    school.time_period,
    school.time_identifier,
    happened.part,
    cast(happened.amount as bigint) as amount,
    happened.fact,
    happened.fact_key
from happened
join part.school_year__coverage as school
    on school.area_code = cast(happened.laestab as varchar)
    and school.time_period = happened.time_period
