-- One row per plan, of the academic year that the row, else the file's name tells, else of that in which the file came.
select
    cast(coalesce(typed.academic_year, split_year_in_name(delivery.file_name), academic_year(london_date(delivery.received_at))) as integer)
        as academic_year,
    typed.pupil_key,
    typed.plan_start_date,
    typed.plan_end_date,
    typed.primary_need,
    typed.secondary_need,
    typed.placement_urn,
    typed.placement_type,
    typed.source_line
from typed
cross join delivery
