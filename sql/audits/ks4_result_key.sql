-- Two rows of core.fact_ks4_result have the same key
-- severity: FAIL
-- rule: BLD-022
-- why: a pupil has the results of a year once, also where a former UPN stands for the same child
-- matters: the results of the pupil would count twice
-- resolve: take out the line of the former UPN and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by ks4_result_key order by submission_key, source_line) as nth
    from core.fact_ks4_result

)

select 'ks4_result' as staged_table, submission_key, source_line
from numbered
where nth > 1
