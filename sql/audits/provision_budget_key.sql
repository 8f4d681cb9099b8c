-- Two rows of core.fact_provision_budget have the same key
-- severity: FAIL
-- rule: BLD-020
-- why: a category of a provision's quarter stands once for each CFR code
-- matters: money would count twice
-- resolve: take the bars (|) out of provision codes and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by provision_budget_key order by submission_key, source_line) as nth
    from core.fact_provision_budget

)

select 'provision_budget' as staged_table, submission_key, source_line
from numbered
where nth > 1
