-- Two rows of core.fact_policy_event have the same key
select policy_event_key
from core.fact_policy_event
group by policy_event_key
having count(*) > 1
