-- A row of core.fact_policy_event has a school that no dimension knows
select fact.policy_event_key
from core.fact_policy_event as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
where school.school_key is null
