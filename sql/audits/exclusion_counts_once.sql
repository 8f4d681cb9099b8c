-- One exclusion of a pupil counts more than once
select pupil_key, laestab, start_date, category, count(*) as times_counted
from core.fact_exclusion
where is_counted
group by pupil_key, laestab, start_date, category
having count(*) > 1
