-- A pupil's week does not add up: possible = attending + authorised + unauthorised, and no session is marked twice
select pupil_key, laestab, week_commencing, half_term, marks, sessions_marked, possible, attending, authorised, unauthorised
from core.fact_attendance_weekly
where possible <> attending + authorised + unauthorised
    or marks <> sessions_marked
    or possible > marks
    or educational_activity > attending
