-- One row per period in which a pupil was eligible for free school meals.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    parent.pupil_key,
    typed.fsm_start_date,
    typed.fsm_end_date,
    typed.uk_country,
    typed.source_line
from typed
join parent
    on parent.native_id = typed.native_id
    and parent.pupil_table_id = typed.pupil_table_id
