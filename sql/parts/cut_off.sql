-- One row per area, cut-off, part and exclusion that a notice tells of: what adds to the figures of the same point in two years.
--
-- Both years come from notices, whatever the source of record of the older one is now: only notices can be cut at a
-- day. What had been decided by then counts, not what is known today: an exclusion that was overturned later still
-- stands. A notice that does not say when it came is known at no point: it is counted in none, and told apart.
with home as (

    select cast(value as integer) as la_code
    from config.setting
    where name = 'la'

),

point as (

    select cut_off_key, time_period, basis, cutoff_date, 'current' as side, time_period as counted_period,
        cutoff_date as last_start, cutoff_date + lag_days as known_by
    from core.dim_cut_off

    union all

    select cut_off_key, time_period, basis, cutoff_date, 'previous', previous_time_period,
        previous_cutoff_date, previous_cutoff_date + lag_days
    from core.dim_cut_off

),

counted as (

    select
        point.time_period,
        point.basis,
        point.cutoff_date,
        point.side,
        exclusion.exclusion_key,
        exclusion.pupil_key,
        exclusion.laestab,
        exclusion.category,
        exclusion.notice_date is not null as is_dated,
        row_number() over (
            partition by point.cut_off_key, point.side, exclusion.category, exclusion.notice_date is null,
                exclusion.pupil_key, exclusion.laestab
            order by exclusion.start_date, exclusion.exclusion_key
        ) as nth_at_school,
        row_number() over (
            partition by point.cut_off_key, point.side, exclusion.category, exclusion.notice_date is null,
                exclusion.pupil_key
            order by exclusion.start_date, exclusion.exclusion_key
        ) as nth_of_pupil
    from point
    join core.fact_exclusion as exclusion
        on exclusion.source = 'notices'
        and exclusion.category in ('SUSP', 'PERM')
        and exclusion.time_period = point.counted_period
        and exclusion.start_date <= point.last_start
        and coalesce(exclusion.notice_date <= point.known_by, true)
    join home
        on home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    join core.dim_school as school
        on school.school_key = exclusion.school_key
        and (school.counts_in_exclusions or school.school_key = -1)
    left join staged.exclusion_notice as notice
        on notice.notice_id = exclusion.notice_id
    where exclusion.is_standing
        or (exclusion.not_counted_reason = 'OVERTURNED' and notice.outcome_date > point.known_by)

),

level_of as (

    select counted.*, 'Local authority' as geographic_level, cast(null as integer) as level_laestab
    from counted

    union all

    select counted.*, 'School', counted.laestab
    from counted

)

select
    home.la_code,
    level_of.time_period,
    level_of.geographic_level,
    level_of.level_laestab as laestab,
    level_of.basis,
    level_of.cutoff_date,
    level_of.side,
    level_of.is_dated,
    part.part,
    cast(1 as bigint) as amount,
    'core.fact_exclusion' as fact,
    level_of.exclusion_key as fact_key
from level_of
join (values ('suspension'), ('perm_excl'), ('one_plus_susp'), ('pupil_suspended')) as part (part)
    on part.part = 'suspension' and level_of.category = 'SUSP'
    or part.part = 'perm_excl' and level_of.category = 'PERM'
    or part.part = 'one_plus_susp' and level_of.category = 'SUSP' and level_of.nth_at_school = 1
    or part.part = 'pupil_suspended' and level_of.category = 'SUSP' and level_of.nth_of_pupil = 1
        and level_of.geographic_level = 'Local authority'
cross join home
