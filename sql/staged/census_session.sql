-- One row per pupil, window (TERM, or SUM2 for the second half of summer) and attendance code.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    parent.pupil_key,
    typed.on_roll,
    typed.attendance_window,
    typed.attendance_reason,
    typed.sessions,
    typed.source_line
from typed
join parent
    on parent.native_id = typed.native_id
    and parent.pupil_table_id = typed.pupil_table_id
