-- A pupil stands twice in a term, or twice in one school's census
-- severity: FAIL
-- why: a pupil's term is one row, whatever schools tell of it, and a school tells of a pupil once a census
-- matters: headcounts, and every rate per pupil, are counts of these rows
-- resolve: a fault of the model: see in core.fact_pupil_census who tells of the named pupil; sql/core/dim_pupil.sql chooses one of them
select 'dim_pupil' as table_name, pupil_term_key as key_found, count(*) as rows_found
from core.dim_pupil
group by pupil_term_key
having count(*) > 1

union all

select 'fact_pupil_census' as table_name, min(pupil_census_key) as key_found, count(*) as rows_found
from core.fact_pupil_census
group by pupil_key, laestab, time_period, term
having count(*) > 1
