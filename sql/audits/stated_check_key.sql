-- Two rows of core.fact_stated_check have the same key
-- severity: FAIL
-- why: a sum of a document stands once
-- matters: it would be told twice
-- resolve: let each statement in config/statements/ stand once, and each strategy in one file
select stated_check_key
from core.fact_stated_check
group by stated_check_key
having count(*) > 1
