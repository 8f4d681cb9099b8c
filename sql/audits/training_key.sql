-- Two rows of core.fact_training have the same key
-- severity: FAIL
-- rule: BLD-018
-- why: a course on a day at a school stands once under its id
-- matters: staff who were trained would count twice
-- resolve: give each event an id of its own and send the register again
with numbered as (

    select submission_key, source_line, row_number() over (partition by training_key order by submission_key, source_line) as nth
    from core.fact_training

)

select 'training' as staged_table, submission_key, source_line
from numbered
where nth > 1
