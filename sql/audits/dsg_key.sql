-- Two rows of core.fact_dsg have the same key
-- severity: FAIL
-- rule: BLD-010
-- why: a block's allocation of a year stands once
-- matters: the income of the high needs block would count twice
-- resolve: take out the line that repeats another and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by dsg_key order by submission_key, source_line) as nth
    from core.fact_dsg

)

select 'dsg_allocation' as staged_table, submission_key, source_line
from numbered
where nth > 1
