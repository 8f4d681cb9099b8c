-- Two rows of core.fact_cfr have the same key
-- severity: FAIL
-- rule: BLD-023
-- why: a school has an amount of a year once for each CFR code
-- matters: money would count twice
-- resolve: send the return of each school and year once
with numbered as (

    select submission_key, source_line, row_number() over (partition by cfr_key order by submission_key, source_line) as nth
    from core.fact_cfr

)

select 'cfr_amount' as staged_table, submission_key, source_line
from numbered
where nth > 1
