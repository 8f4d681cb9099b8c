-- One row per statistical neighbour and line of its Section 251 statements.
select
    listed.fact_key,
    statement.submission_key,
    statement.source_line
from listed
join core.fact_s251 as statement
    on stable_key(statement.la_code) = listed.fact_key
