-- One row per placement, of the academic year that the row, else the file's name tells, else of that in which the file came;
-- a name that tells a year and not which (FILE-074) has no row.
with delivery_year as (

    select january_year_of_file(file_name, london_date(received_at)) as academic_year
    from delivery

)

select
    cast(coalesce(typed.academic_year, delivery_year.academic_year) as integer) as academic_year,
    typed.pupil_key,
    typed.provider_urn,
    typed.provider_ukprn,
    typed.setting_type,
    typed.reason,
    typed.entry_date,
    typed.leaving_date,
    typed.attendance_pattern,
    typed.sessions_per_week,
    typed.sen_provision,
    typed.source_line
from typed
cross join delivery_year
