-- A mark has a school or an attendance code that no dimension knows
-- severity: FAIL
-- why: a mark whose school or code is in no dimension is in no figure that joins them
-- matters: figures are too low by these marks, and readers of the star lose them without a word
-- resolve: a fault of the model: unknown schools and codes have the key -1; see why core.fact_attendance_session gives another one
select used.kind, used.used_key
from (
    select 'school' as kind, school_key as used_key
    from core.fact_attendance_weekly
    group by school_key

    union all

    select 'attendance code' as kind, attendance_code_key as used_key
    from core.fact_attendance_session
    group by attendance_code_key
) as used
left join core.dim_school as school
    on school.school_key = used.used_key
    and used.kind = 'school'
left join core.dim_attendance_code as code
    on code.attendance_code_key = used.used_key
    and used.kind = 'attendance code'
where school.school_key is null
    and code.attendance_code_key is null
