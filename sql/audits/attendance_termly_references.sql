-- A row of core.fact_attendance_termly has a school or an attendance code that no dimension knows
select fact.laestab, fact.time_period, fact.term, fact.school_key, fact.attendance_code_key
from core.fact_attendance_termly as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
left join core.dim_attendance_code as code
    on code.attendance_code_key = fact.attendance_code_key
where school.school_key is null
    or (code.attendance_code_key is null and fact.attendance_code_key <> -2)
