-- Two rows of core.fact_placement_cost have the same key
-- severity: FAIL
-- rule: BLD-008
-- why: a cost is one element of a placement, month and invoice
-- matters: money would count twice, or one cost hide another
-- resolve: take the bars (|) out of ids and invoice references and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by placement_cost_key order by submission_key, source_line) as nth
    from core.fact_placement_cost

)

select 'placement_cost' as staged_table, submission_key, source_line
from numbered
where nth > 1
