-- One row per policy change, charter signed or training of a school.
select
    stable_key(event.laestab, event.event_date, event.event, event.detail) as policy_event_key,
    event.laestab,
    coalesce(school.school_key, -1) as school_key,
    event.event_date,
    academic_year(event.event_date) as time_period,
    term_of(event.event_date) as term,
    event.event,
    event.detail,
    event.submission_key,
    event.source_line
from staged.policy_event as event
left join core.dim_school as school
    on school.laestab = event.laestab
    and event.event_date between school.valid_from and school.valid_to
