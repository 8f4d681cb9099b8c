-- One row per type of need of a pupil, by rank.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    parent.pupil_key,
    typed.sen_type_rank,
    typed.sen_type,
    typed.source_line
from typed
join parent
    on parent.native_id = typed.native_id
    and parent.pupil_table_id = typed.pupil_table_id
