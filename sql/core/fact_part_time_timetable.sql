-- One row per part-time timetable of which a school has told the authority.
--
-- A timetable without a last day is open. It is overdue while it is open, the day of its review has passed and it has not been
-- reviewed since that day. The register keeps the last review alone, so that nobody can say how many there were.
with timetable as (

    select
        register.*,
        coalesce(identity.pupil_key, register.pupil_key) as person_key,
        academic_year(register.start_date) as time_period,
        term_of(register.start_date) as term,
        register.start_date <= as_of_date() and coalesce(register.end_date >= as_of_date(), true) as is_open,
        least(coalesce(register.end_date, as_of_date()), as_of_date()) as last_day
    from staged.part_time_timetable as register
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = register.pupil_key

)

select
    stable_key(timetable.timetable_id) as part_time_timetable_key,
    timetable.timetable_id,
    timetable.person_key as pupil_key,
    timetable.time_period,
    timetable.term,
    coalesce(pupil.pupil_term_key, -1) as pupil_term_key,
    timetable.laestab,
    coalesce(school.school_key, -1) as school_key,
    timetable.start_date,
    timetable.end_date,
    timetable.is_open,
    case
        when last_date.day_number >= first_date.day_number
            then cast(floor((last_date.day_number - first_date.day_number + 1) / 7) as integer)
    end as weeks_open,
    timetable.sessions_offered_per_week,
    timetable.review_due_date,
    timetable.last_review_date,
    timetable.is_open and coalesce(timetable.review_due_date < as_of_date()
        and coalesce(timetable.last_review_date < timetable.review_due_date, true), false) as is_review_overdue,
    timetable.parent_agreed_date,
    timetable.parent_agreed_date is not null as has_parent_agreed,
    timetable.reason,
    timetable.submission_key,
    timetable.source_line
from timetable
left join core.dim_pupil as pupil
    on pupil.pupil_key = timetable.person_key
    and pupil.time_period = timetable.time_period
    and pupil.term = timetable.term
left join core.dim_school as school
    on school.laestab = timetable.laestab
    and timetable.start_date between school.valid_from and school.valid_to
left join core.dim_date as first_date
    on first_date.date = timetable.start_date
left join core.dim_date as last_date
    on last_date.date = timetable.last_day
