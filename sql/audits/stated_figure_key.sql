-- Two rows of core.fact_stated_figure have the same key
-- severity: FAIL
-- why: a figure of a document stands once
-- matters: it would be held against others twice
-- resolve: give each figure under stated in config/statements/ a code of its own, and each strategy one file
select stated_figure_key
from core.fact_stated_figure
group by stated_figure_key
having count(*) > 1
