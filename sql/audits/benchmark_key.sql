-- Two rows of core.fact_benchmark have the same key
-- BLD-011: take out the line that repeats another and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by benchmark_key order by submission_key, source_line) as nth
    from core.fact_benchmark

)

select 'benchmark' as staged_table, submission_key, source_line
from numbered
where nth > 1
