-- A pupil's week does not add up: possible = attending + authorised + unauthorised, and no session is marked twice
-- severity: FAIL
-- why: every possible session was attended or missed, authorised or not, and a session has one mark
-- matters: every rate of attendance is a quotient of these numbers
-- resolve: a fault of the model: see the classes of the codes in core.dim_attendance_code and the named pupil's marks of that week in
--     core.fact_attendance_session
select pupil_key, laestab, week_commencing, half_term, marks, sessions_marked, possible, attending, authorised, unauthorised
from core.fact_attendance_weekly
where possible is distinct from attending + authorised + unauthorised
    or marks is distinct from sessions_marked
    or possible > marks
    or educational_activity > attending
