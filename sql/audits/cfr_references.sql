-- A row of core.fact_cfr has a school that no dimension knows
-- severity: FAIL
-- why: money whose school is in no dimension is in no figure of schools
-- matters: what schools spend would be too low
-- resolve: a fault of the model: unknown schools have the key -1; see why core.fact_cfr gives another one
select fact.cfr_key
from core.fact_cfr as fact
left join core.dim_school as school
    on school.school_key = fact.school_key
where school.school_key is null
