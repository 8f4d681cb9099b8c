-- One row per school's row of a period and mark that may add to it: the marks of the school in the period.
--
-- Of a group (a topic's row) the marks of all its pupils are named: which pupil is of which group the censuses say, not the mark.
select
    listed.fact_key,
    session.submission_key,
    session.source_line
from listed
join core.fact_attendance_school as school
    on school.attendance_school_key = listed.fact_key
join core.fact_attendance_session as session
    on session.laestab = school.laestab
    and session.time_period = school.time_period
join core.dim_date as day
    on day.date = session.attendance_date
left join config.half_term as half_term
    on half_term.code = day.half_term
where case
        when school.week_commencing is not null
            then session.attendance_date between school.week_commencing and school.week_commencing + 6
        else school.time_identifier in (
            'Academic year',
            case session.term when 'AUT' then 'Autumn term' when 'SPR' then 'Spring term' else 'Summer term' end,
            half_term.time_identifier)
    end
