-- Two rows of core.dim_provision have the same key
-- severity: FAIL
-- rule: BLD-009
-- why: a version of a provision is one row
-- matters: placements in it would stand twice
-- resolve: take the bars (|) out of provision codes and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by provision_key order by submission_key, source_line) as nth
    from core.dim_provision

)

select 'provision' as staged_table, submission_key, source_line
from numbered
where nth > 1
