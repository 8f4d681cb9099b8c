-- One row per document, its elements in upper case, each once, in order and separated by blanks, however they were listed.
select
    typed.document_id,
    typed.report_type,
    typed.provision_code,
    typed.laestab,
    typed.period_start,
    typed.period_end,
    typed.due_date,
    typed.received_date,
    nullif(array_to_string(list_sort(list_distinct(list_filter(
        string_split_regex(upper(typed.elements_present), '[\s,;|]+'), lambda element: element <> ''))), ' '), '') as elements_present,
    typed.score_1,
    typed.score_2,
    typed.score_3,
    typed.reviewed_on,
    typed.note_flag,
    typed.source_line
from typed
