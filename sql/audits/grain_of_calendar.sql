-- A day, a period or a census stands twice in its dimension
-- severity: FAIL
-- why: facts find their day, period and census in these dimensions by what is named
-- matters: each fact of that day, period or census would count twice
-- resolve: look for the term dates or censuses in config/ and in the term_dates return that overlap, correct them and build again; where none do, the
--     model is at fault
select 'dim_date' as dimension, cast(date as varchar) as natural_key, count(*) as rows_found
from core.dim_date
group by date
having count(*) > 1

union all

select 'dim_academic_period' as dimension, time_period || ' ' || time_identifier as natural_key, count(*) as rows_found
from core.dim_academic_period
group by time_period, time_identifier
having count(*) > 1

union all

select 'dim_census' as dimension, census as natural_key, count(*) as rows_found
from core.dim_census
group by census
having count(*) > 1
