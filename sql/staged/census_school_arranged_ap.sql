-- One row per placement in alternative provision that the pupil's school arranged.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    parent.pupil_key,
    typed.urn,
    typed.ukprn,
    typed.entry_date,
    typed.leaving_date,
    typed.ap_sessions_per_week,
    typed.ap_setting_type,
    typed.placement_reason,
    typed.sen_provision_entry,
    typed.sen_provision_leaving,
    typed.ap_attendance_pattern,
    typed.source_line
from typed
join parent
    on parent.native_id = typed.native_id
    and parent.pupil_table_id = typed.pupil_table_id
