-- Two rows of core.fact_s251 have the same key
-- severity: FAIL
-- rule: BLD-005
-- why: a line of a statement stands once for its year and category
-- matters: planned and actual spending would count twice
-- resolve: take out the line that repeats another and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by s251_key order by submission_key, source_line) as nth
    from core.fact_s251

)

select 's251_line' as staged_table, submission_key, source_line
from numbered
where nth > 1
