-- Two rows of core.fact_benchmark have the same key
-- severity: FAIL
-- rule: BLD-011
-- why: a published figure stands once for its dataset, area, period and measure
-- matters: a comparison would stand twice, or with either of two values
-- resolve: take out the line that repeats another and send the return again
with numbered as (

    select submission_key, source_line, row_number() over (partition by benchmark_key order by submission_key, source_line) as nth
    from core.fact_benchmark

)

select 'benchmark' as staged_table, submission_key, source_line
from numbered
where nth > 1
