-- A row of core.fact_provision_spend_item has a provision that no dimension knows
-- severity: FAIL
-- why: money whose provision is in no dimension is in no figure that joins it
-- matters: what provisions spent would be too low
-- resolve: a fault of the model: what is unknown has the key -1 and what does not apply -2; see why core.fact_provision_spend_item gives another one
select fact.provision_spend_item_key
from core.fact_provision_spend_item as fact
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
where provision.provision_key is null
