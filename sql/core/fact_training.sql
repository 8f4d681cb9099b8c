-- One row per school, course and day on which staff were trained.
select
    stable_key(event.event_id) as training_key,
    event.event_id,
    event.laestab,
    case when event.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    event.event_date,
    academic_year(event.event_date) as time_period,
    term_of(event.event_date) as term,
    event.course,
    event.role,
    event.staff_trained,
    event.sessions,
    event.submission_key,
    event.source_line
from staged.training as event
left join core.dim_school as school
    on school.laestab = event.laestab
    and event.event_date between school.valid_from and school.valid_to
