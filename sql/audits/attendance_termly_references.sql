-- A row of core.fact_attendance_termly has a school or an attendance code that no dimension knows
-- severity: FAIL
-- why: a row whose school or code is in no dimension is in no figure that joins them
-- matters: termly absence is too low by these rows
-- resolve: a fault of the model: unknown schools have the key -1 and rows without a code -2; see why core.fact_attendance_termly gives another one
select fact.laestab, fact.time_period, fact.term, fact.school_key, fact.attendance_code_key
from core.fact_attendance_termly as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
left join core.dim_attendance_code as code
    on code.attendance_code_key = fact.attendance_code_key
where school.school_key is null
    or (code.attendance_code_key is null and fact.attendance_code_key <> -2)
