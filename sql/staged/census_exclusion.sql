-- One row per exclusion of a pupil as one census tells it, with today's name of its category beside the one sent.
select
    typed.academic_year,
    typed.census_term,
    typed.laestab,
    parent.pupil_key,
    typed.on_roll,
    typed.start_date,
    case when typed.category = 'FIXD' then 'SUSP' else typed.category end as category,
    typed.category as category_raw,
    typed.sessions,
    typed.reason1,
    typed.reason2,
    typed.reason3,
    typed.sen_provision,
    typed.source_line
from typed
join parent
    on parent.native_id = typed.native_id
    and parent.pupil_table_id = typed.pupil_table_id
