-- A pupil stands twice in a term, or twice in one school's census
select 'dim_pupil' as table_name, pupil_term_key as key_found, count(*) as rows_found
from core.dim_pupil
group by pupil_term_key
having count(*) > 1

union all

select 'fact_pupil_census' as table_name, min(pupil_census_key) as key_found, count(*) as rows_found
from core.fact_pupil_census
group by pupil_key, laestab, time_period, term
having count(*) > 1
