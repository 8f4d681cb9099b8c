-- A row of core.fact_policy_event has a school that no dimension knows
-- severity: FAIL
-- why: an event whose school is in no dimension is on no scorecard
-- matters: a charter that was signed would not be shown
-- resolve: a fault of the model: unknown schools have the key -1; see why core.fact_policy_event gives another one
select fact.policy_event_key
from core.fact_policy_event as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
where school.school_key is null
