-- A row of core.fact_placement_cost has a provision or line that no dimension knows
-- severity: FAIL
-- why: money whose provision or line is in no dimension is in no figure that joins them
-- matters: what the high needs block costs would be too low
-- resolve: a fault of the model: unknown provisions and lines have the key -1; see why core.fact_placement_cost gives another one
select fact.placement_cost_key
from core.fact_placement_cost as fact
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join core.dim_s251_line as line
    on line.s251_line_key = fact.s251_line_key
where provision.provision_key is null
    or line.s251_line_key is null
