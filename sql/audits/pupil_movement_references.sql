-- A row of core.fact_pupil_movement has a school, pupil or exclusion that no table knows
-- severity: FAIL
-- why: a movement whose schools, pupil or exclusion are nowhere is in no figure that joins them
-- matters: managed moves and children out of school would be too few
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_pupil_movement gives another one
select fact.pupil_movement_key
from core.fact_pupil_movement as fact
left join core.dim_school as from_school
    on from_school.school_key = fact.from_school_key
left join core.dim_school as to_school
    on to_school.school_key = fact.to_school_key
left join core.dim_pupil as pupil
    on pupil.pupil_term_key = fact.pupil_term_key
left join core.fact_exclusion as exclusion
    on exclusion.exclusion_key = fact.linked_exclusion_key
where from_school.school_key is null
    or to_school.school_key is null
    or pupil.pupil_term_key is null
    or fact.linked_exclusion_key >= 0 and exclusion.exclusion_key is null
