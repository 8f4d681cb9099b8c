-- A row of core.fact_pupil_voice has a school that no dimension knows
-- severity: FAIL
-- why: a consultation whose school is in no dimension is in no figure of schools
-- matters: children who were heard would be too few
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_pupil_voice gives another one
select fact.pupil_voice_key
from core.fact_pupil_voice as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
where school.school_key is null
