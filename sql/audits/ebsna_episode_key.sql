-- Two rows of core.fact_ebsna_episode have the same key
-- BLD-012: give each episode an id of its own and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by ebsna_episode_key order by submission_key, source_line) as nth
    from core.fact_ebsna_episode

)

select 'ebsna_episode' as staged_table, submission_key, source_line
from numbered
where nth > 1
