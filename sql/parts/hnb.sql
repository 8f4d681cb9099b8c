-- One row per cell of the high needs block, part and amount, pupil, place or child that adds to it.
--
-- What is costed: the block (line 1.0.2 and lines 1.2.x), DfE's groups, lines, provisions, and savings of
-- config/hnb_scopes.yml (part.hnb__line, part.hnb__cost).
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

cost as (

    select *
    from part.hnb__cost

),

net as (

    select *
    from cost
    where statement <> 'BASELINE'

),

child as (    -- on whom the amount of a figure was spent

    select distinct time_period, scope_type, scope_code,    -- many amounts, one child
        case statement when 'BUDGET' then 'child_of_budget' when 'OUTTURN' then 'child_of_outturn' else 'child_of_baseline' end as part,
        child_key
    from cost
    where child_key is not null and amount <> 0

),

preferred as (    -- what is divided by pupils, plans and places

    select net.*
    from net
    join home
        on true
    left join part.hnb__statement as chosen
        on chosen.la_code = home.la_code
        and chosen.time_period = net.time_period
    where net.statement = case when net.scope_type in ('PROVISION', 'SAVING') then 'OUTTURN' else chosen.statement end

),

part as (

    select time_period, scope_type, scope_code,
        case statement when 'BUDGET' then 'budget_net' when 'OUTTURN' then 'outturn_net' else 'baseline_net' end as part, amount, fact,
        fact_key
    from cost

    union all

    select time_period, scope_type, scope_code, case scope_type when 'PROVISION' then 'place_net' else 'head_net' end, amount, fact,
        fact_key
    from preferred
    where scope_type <> 'SAVING'

    union all

    select time_period, scope_type, scope_code, part, amount, fact, fact_key
    from part.hnb__divisor

    union all

    select time_period, scope_type, scope_code, part, 1, 'core.fact_placement', child_key
    from child

    union all

    select dsg.time_period, 'TOTAL', 'Total', named.part, case named.part when 'dsg_hnb_net' then dsg.net_gbp else dsg.recoupment_gbp end,
        'core.fact_dsg', dsg.dsg_key
    from core.fact_dsg as dsg
    join home
        on home.la_code = dsg.la_code
    cross join (values ('dsg_hnb_net'), ('recoupment')) as named (part)
    where dsg.block = 'HIGH_NEEDS'

    union all

    select line.time_period, 'TOTAL', 'Total', 'dsg_balance_cf', line.amount, 'core.fact_s251', line.s251_key
    from part.hnb__line as line
    join home
        on home.la_code = line.la_code
    join part.hnb__statement as chosen
        on chosen.la_code = line.la_code
        and chosen.time_period = line.time_period
        and chosen.statement = line.statement
    where line.scope_type = 'LINE' and line.scope_code = '1.9.3'

    union all

    select cost.time_period, cost.scope_type, cost.scope_code, counted.part,
        case counted.part
            when 'neighbour_net_per_pupil'
                then money_quotient(cost.net_gbp, cost.headcount, 1000) * 0.001    -- the mean is rounded, not what it is of
            else 1
        end,
        'core.dim_local_authority', stable_key(cost.neighbour_la_code)
    from part.hnb__neighbour as cost
    cross join (values ('neighbour_net_per_pupil'), ('neighbour')) as counted (part)

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    part.time_period,
    'Financial year' as time_identifier,
    part.scope_type,
    part.scope_code,
    part.part,
    try_cast(part.amount as decimal(21, 5)) as amount,
    part.fact,
    part.fact_key
from part
cross join home
where part.amount is not null
