-- A row of core.fact_ks4_result has a pupil or school that no dimension knows
-- severity: FAIL
-- why: results whose pupil or school is in no dimension are in no figure that joins them
-- matters: results of the authority's pupils would be too few
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_ks4_result gives another one
select fact.ks4_result_key
from core.fact_ks4_result as fact
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = fact.pupil_term_key
left join core.dim_school as school
    on school.school_key = fact.school_key
where pupil.pupil_term_key is null
    or school.school_key is null
