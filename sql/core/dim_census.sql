-- One row per school census.
select
    stable_key(academic_year, census_term) as census_key,
    academic_year as time_period,
    census_term as term,
    code as census,
    reference_date,
    attendance_from as attendance_window_start,
    coalesce(second_attendance_to, attendance_to) as attendance_window_end,
    exclusion_from as exclusion_window_start,
    exclusion_to as exclusion_window_end
from config.census
