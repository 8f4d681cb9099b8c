-- Two rows of core.bridge_pupil_looked_after have the same key
-- severity: FAIL
-- rule: BLD-014
-- why: a spell of a child begins once on a day, also where a former UPN stands for the same child
-- matters: the child would stand twice among those who are looked after
-- resolve: take out the line that repeats another, or has a former UPN of the same child, and send the list again
with numbered as (

    select submission_key, source_line, row_number() over (partition by looked_after_key order by submission_key, source_line) as nth
    from core.bridge_pupil_looked_after

)

select 'looked_after_spell' as staged_table, submission_key, source_line
from numbered
where nth > 1
