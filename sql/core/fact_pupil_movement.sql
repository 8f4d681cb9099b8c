-- One row per movement of a pupil: managed moves, reintegrations, home education, missing education, off roll.
--
-- Waiting is told of those who wait: children missing education and new ones without a place, to the day on which it ended, or to
-- the day of the as-of. The exclusion is found by its notice; one that has been replaced by another is unknown.
with movement as (

    select
        register.*,
        coalesce(identity.pupil_key, register.pupil_key) as person_key,
        academic_year(register.movement_date) as time_period,
        term_of(register.movement_date) as term,
        register.movement_type in ('CME_START', 'NEW_AWAITING_PLACE') as is_waiting,
        least(coalesce(register.end_date, as_of_date()), as_of_date()) as last_day
    from staged.pupil_movement as register
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = register.pupil_key

),

notice as (

    select notice_id, min(exclusion_key) as exclusion_key
    from core.fact_exclusion
    where notice_id is not null
    group by notice_id

)

select
    stable_key(movement.movement_id) as pupil_movement_key,
    movement.movement_id,
    movement.person_key as pupil_key,
    movement.time_period,
    movement.term,
    coalesce(pupil.pupil_term_key, -1) as pupil_term_key,
    movement.movement_type,
    movement.movement_date,
    movement.end_date,
    movement.from_laestab,
    case when movement.from_laestab is null then -2 else coalesce(from_school.school_key, -1) end as from_school_key,
    movement.to_laestab,
    case when movement.to_laestab is null then -2 else coalesce(to_school.school_key, -1) end as to_school_key,
    movement.is_trial,
    movement.outcome,
    case movement.outcome when 'SUCCESSFUL' then true when 'UNSUCCESSFUL' then false end as is_successful,
    case
        when movement.is_waiting and last_date.day_number >= first_date.day_number
            then cast(last_date.day_number - first_date.day_number as integer)
    end as days_waiting,
    movement.reason,
    movement.linked_notice_id,
    case when movement.linked_notice_id is null then -2 else coalesce(notice.exclusion_key, -1) end as linked_exclusion_key,
    movement.submission_key,
    movement.source_line
from movement
left join core.dim_pupil as pupil
    on pupil.pupil_key = movement.person_key
    and pupil.time_period = movement.time_period
    and pupil.term = movement.term
left join core.dim_school as from_school
    on from_school.laestab = movement.from_laestab
    and movement.movement_date between from_school.valid_from and from_school.valid_to
left join core.dim_school as to_school
    on to_school.laestab = movement.to_laestab
    and movement.movement_date between to_school.valid_from and to_school.valid_to
left join core.dim_date as first_date
    on first_date.date = movement.movement_date
left join core.dim_date as last_date
    on last_date.date = movement.last_day
left join notice
    on notice.notice_id = movement.linked_notice_id
