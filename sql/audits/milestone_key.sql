-- Two rows of core.fact_milestone have the same key
select milestone_key
from core.fact_milestone
group by milestone_key
having count(*) > 1
