-- One row per plan, of the academic year that the row, else the file's name tells, else of that in which the file came;
-- a name that tells a year and not which (FILE-074) has no row.
with delivery_year as (

    select january_year_of_file(file_name, london_date(received_at)) as academic_year
    from delivery

)

select
    cast(coalesce(typed.academic_year, delivery_year.academic_year) as integer) as academic_year,
    typed.pupil_key,
    typed.plan_start_date,
    typed.plan_end_date,
    typed.primary_need,
    typed.secondary_need,
    typed.placement_urn,
    typed.placement_type,
    typed.source_line
from typed
cross join delivery_year
