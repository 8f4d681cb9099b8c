-- A row of core.fact_placement_cost has a provision or line that no dimension knows
select fact.placement_cost_key
from core.fact_placement_cost as fact
left join core.dim_provision as provision
    on provision.provision_key = fact.provision_key
left join core.dim_s251_line as line
    on line.s251_line_key = fact.s251_line_key
where provision.provision_key is null
    or line.s251_line_key is null
