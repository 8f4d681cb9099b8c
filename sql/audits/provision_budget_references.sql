-- A row of core.fact_provision_budget has a provision or school that no dimension knows
-- severity: FAIL
-- why: money whose provision or school is in no dimension is in no figure that joins them
-- matters: what provisions cost would be too low
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_provision_budget gives another one
select fact.provision_budget_key
from core.fact_provision_budget as fact
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join core.dim_school as school
    on school.school_key = fact.host_school_key
where provision.provision_key is null
    or school.school_key is null
