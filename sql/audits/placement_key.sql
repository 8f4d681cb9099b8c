-- Two rows of core.fact_placement have the same key
-- severity: FAIL
-- rule: BLD-007
-- why: a placement is one child in one provision under one id
-- matters: places and costs would count twice
-- resolve: give each placement an id of its own and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by placement_key order by submission_key, source_line) as nth
    from core.fact_placement

)

select 'placement' as staged_table, submission_key, source_line
from numbered
where nth > 1
