-- A pupil, school, window and code stands twice in core.fact_attendance_termly
select pupil_key, laestab, time_period, term, attendance_window, attendance_code
from core.fact_attendance_termly
group by pupil_key, laestab, time_period, term, attendance_window, attendance_code
having count(*) > 1
