-- A row of core.fact_governance_return has a provision or school that no dimension knows
-- severity: FAIL
-- why: a document whose provision or school is in no dimension is in no figure that joins them
-- matters: reports that are owed would be too few
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_governance_return gives another one
select fact.governance_return_key
from core.fact_governance_return as fact
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join core.dim_school as school
    on school.school_key = fact.school_key
where provision.provision_key is null
    or school.school_key is null
