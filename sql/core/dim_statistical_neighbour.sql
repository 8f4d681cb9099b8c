-- One row per authority, version of the neighbour set and neighbour.
select
    neighbour.la_code,
    neighbour.sn_version,
    neighbour.rank,
    neighbour.neighbour_la_code,
    authority.la_name as neighbour_la_name,
    neighbour.closeness,
    neighbour.sn_version = max(neighbour.sn_version) over (partition by neighbour.la_code) as is_current
from config.statistical_neighbour as neighbour
left join core.dim_local_authority as authority
    on authority.la_code = neighbour.neighbour_la_code
