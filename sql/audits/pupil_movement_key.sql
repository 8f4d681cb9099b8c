-- Two rows of core.fact_pupil_movement have the same key
-- severity: FAIL
-- rule: BLD-016
-- why: a movement is one pupil and one day under one id
-- matters: a pupil who moved would count twice
-- resolve: give each movement an id of its own and send the register again
with numbered as (

    select submission_key, source_line, row_number() over (partition by pupil_movement_key order by submission_key, source_line) as nth
    from core.fact_pupil_movement

)

select 'pupil_movement' as staged_table, submission_key, source_line
from numbered
where nth > 1
