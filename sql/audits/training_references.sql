-- A row of core.fact_training has a school that no dimension knows
-- severity: FAIL
-- why: an event whose school is in no dimension is in no figure of schools
-- matters: staff who were trained would be too few
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_training gives another one
select fact.training_key
from core.fact_training as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
where school.school_key is null
