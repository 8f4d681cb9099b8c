-- A row of core.fact_part_time_timetable has a school or pupil that no dimension knows
-- severity: FAIL
-- why: a timetable whose school or pupil is in no dimension is in no figure that joins them
-- matters: pupils who are offered less than full time would be too few
-- resolve: a fault of the model: unknown schools and pupils have the key -1; see why core.fact_part_time_timetable gives another one
select fact.part_time_timetable_key
from core.fact_part_time_timetable as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = fact.pupil_term_key
where school.school_key is null
    or pupil.pupil_term_key is null
