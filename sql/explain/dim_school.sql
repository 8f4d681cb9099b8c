-- No row: which schools there are GIAS tells, of which the dimension makes versions.
select
    fact_key,
    cast(null as bigint) as submission_key,
    cast(null as integer) as source_line
from listed
where false
