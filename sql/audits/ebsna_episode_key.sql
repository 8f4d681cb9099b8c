-- Two rows of core.fact_ebsna_episode have the same key
-- severity: FAIL
-- rule: BLD-012
-- why: an episode is one child and one spell of support under one id
-- matters: a child in support would count twice
-- resolve: give each episode an id of its own and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by ebsna_episode_key order by submission_key, source_line) as nth
    from core.fact_ebsna_episode

)

select 'ebsna_episode' as staged_table, submission_key, source_line
from numbered
where nth > 1
