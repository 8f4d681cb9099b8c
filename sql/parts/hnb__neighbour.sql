-- One row per statistical neighbour, year and what is costed: net cost by the outturn, or the budget until there is one, and pupils.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

neighbour as (

    select neighbour.neighbour_la_code
    from core.dim_statistical_neighbour as neighbour
    join home
        on home.la_code = neighbour.la_code
    where neighbour.is_current

),

neighbour_pupils as (

    select la_code, time_period, cast(value as bigint) as headcount
    from core.fact_benchmark
    where dataset = 'exclusions'
    and measure = 'headcount'
    and geographic_level = 'Local authority'
    and time_identifier = 'Academic year'
    and phase_type_grouping = 'Total'
    and breakdown = 'Total'
    and value > 0
    and value < 1000000000

)

select neighbour.neighbour_la_code, cost.time_period, cost.scope_type, cost.scope_code,
    gbp(sum(cost.amount)) as net_gbp, max(pupils.headcount) as headcount
from neighbour
join part.hnb__line as cost
    on cost.la_code = neighbour.neighbour_la_code
join part.hnb__statement as chosen
    on chosen.la_code = cost.la_code
    and chosen.time_period = cost.time_period
    and chosen.statement = cost.statement
join neighbour_pupils as pupils
    on pupils.la_code = neighbour.neighbour_la_code
    and pupils.time_period = cost.time_period
group by neighbour.neighbour_la_code, cost.time_period, cost.scope_type, cost.scope_code
having count(*) = count(cost.amount)
