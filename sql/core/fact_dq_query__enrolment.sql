-- One row per pupil and school: from the first day at the school that any census tells to the last, which is open where none has told that the pupil left.
select
    pupil_key,
    laestab,
    min(entry_date) as first_entry,
    case when max(case when is_on_roll then reference_date end) > coalesce(max(leaving_date), date '1900-01-01') then null else max(leaving_date) end as last_leaving
from core.fact_pupil_census
group by pupil_key, laestab
