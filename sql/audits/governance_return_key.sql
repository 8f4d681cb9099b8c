-- Two rows of core.fact_governance_return have the same key
-- severity: FAIL
-- rule: BLD-017
-- why: a document stands once under its id
-- matters: a report would count as owed twice
-- resolve: give each document an id of its own and send the register again
with numbered as (

    select submission_key, source_line, row_number() over (partition by governance_return_key order by submission_key, source_line) as nth
    from core.fact_governance_return

)

select 'governance_return' as staged_table, submission_key, source_line
from numbered
where nth > 1
