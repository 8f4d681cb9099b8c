-- Two rows of core.fact_milestone have the same key
-- severity: FAIL
-- why: a milestone of a strategy stands once under its code
-- matters: the timeline would tell of it twice
-- resolve: give each milestone in config/strategies/ a code of its own
select milestone_key
from core.fact_milestone
group by milestone_key
having count(*) > 1
