-- Two rows of core.fact_pupil_voice have the same key
-- severity: FAIL
-- rule: BLD-019
-- why: a consultation stands once under its id
-- matters: children who were heard would count twice
-- resolve: give each consultation an id of its own and send the register again
with numbered as (

    select submission_key, source_line, row_number() over (partition by pupil_voice_key order by submission_key, source_line) as nth
    from core.fact_pupil_voice

)

select 'pupil_voice' as staged_table, submission_key, source_line
from numbered
where nth > 1
