-- Two rows of core.fact_provision_spend_item have the same key
-- severity: FAIL
-- rule: BLD-021
-- why: an item of a provision's quarter stands once under its number
-- matters: money would count twice
-- resolve: take the bars (|) out of provision codes and item numbers and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by provision_spend_item_key order by submission_key, source_line) as nth
    from core.fact_provision_spend_item

)

select 'provision_spend_item' as staged_table, submission_key, source_line
from numbered
where nth > 1
