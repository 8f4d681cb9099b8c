-- Two rows of core.dim_s251_line have the same key
-- severity: FAIL
-- why: a line of the Section 251 guidance is one row for the years in which it holds
-- matters: spending on it would count twice
-- resolve: the named line stands twice in config/reference/s251_line.csv: leave one, or let the years of one end before the other begins
select s251_line_key
from core.dim_s251_line
group by s251_line_key
having count(*) > 1
