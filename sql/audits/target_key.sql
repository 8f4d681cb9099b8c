-- Two rows of core.fact_target have the same key
-- severity: FAIL
-- why: a target of a strategy stands once a year
-- matters: its outcome would be judged twice
-- resolve: give each target in config/strategies/ a code of its own, and each of its years once
select target_key
from core.fact_target
group by target_key
having count(*) > 1
