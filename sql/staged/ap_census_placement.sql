-- One row per placement, of the academic year that the row, else the file's name tells, else of that in which the file came.
select
    cast(coalesce(typed.academic_year, split_year_in_name(delivery.file_name), academic_year(london_date(delivery.received_at))) as integer)
        as academic_year,
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
cross join delivery
