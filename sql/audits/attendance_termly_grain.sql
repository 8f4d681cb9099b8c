-- A pupil, school, window and code stands twice in core.fact_attendance_termly
-- severity: FAIL
-- why: a census tells of a pupil, a window and a code once
-- matters: absence of whole terms is the sum of these rows
-- resolve: a fault of the model: look in sql/core/fact_attendance_termly.sql for the join that gives the named pupil two rows
select pupil_key, laestab, time_period, term, attendance_window, attendance_code
from core.fact_attendance_termly
group by pupil_key, laestab, time_period, term, attendance_window, attendance_code
having count(*) > 1
