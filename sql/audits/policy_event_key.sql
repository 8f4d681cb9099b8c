-- Two rows of core.fact_policy_event have the same key
-- severity: FAIL
-- rule: BLD-006
-- why: a school's policy event of a day stands once
-- matters: the scorecard would have a row for each of the two
-- resolve: take out the line that repeats another and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by policy_event_key order by submission_key, source_line) as nth
    from core.fact_policy_event

)

select 'policy_event' as staged_table, submission_key, source_line
from numbered
where nth > 1
