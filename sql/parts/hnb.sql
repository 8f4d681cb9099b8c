-- One row per cell of the high needs block, part and amount, pupil, place or child that adds to it.
--
-- What is costed: the block (line 1.0.2 and lines 1.2.x), DfE's groups, lines, provisions, and savings of
-- config/hnb_scopes.yml. A group is Σ phases − income; place funding has the special and alternative provision
-- columns alone, so the groups do not add up to the block. A saving's cost is that of its old model in the baseline
-- year and of its successor in later ones; a placement that the authority books on a line which the same side names
-- is within that line already.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

),

s251 as (

    select fact.s251_key, fact.la_code, fact.time_period, fact.statement, fact.line_code, fact.phase, fact.gross_gbp,
        fact.income_gbp, fact.net_gbp, line.hnb_group, line.is_high_needs
    from core.fact_s251 as fact
    join core.dim_s251_line as line
        on line.s251_line_key = fact.s251_line_key
    where fact.s251_line_key <> -1

),

costed as (

    select la_code, time_period, statement, 'TOTAL' as scope_type, 'Total' as scope_code, net_gbp as amount, s251_key
    from s251
    where phase = 'Total' and is_high_needs

    union all

    select la_code, time_period, statement, 'GROUP', hnb_group, net_gbp, s251_key
    from s251
    where phase = 'Total' and hnb_group <> 'PLACE' and (is_high_needs or hnb_group = 'TRANSPORT')

    union all

    select la_code, time_period, statement, 'GROUP', hnb_group, gross_gbp, s251_key
    from s251
    where hnb_group = 'PLACE' and phase in ('SPECIAL', 'ALTERNATIVE_PROVISION')

    union all

    select la_code, time_period, statement, 'GROUP', hnb_group, -income_gbp, s251_key
    from s251
    where hnb_group = 'PLACE' and phase = 'Total'

    union all

    select la_code, time_period, statement, 'LINE', line_code, net_gbp, s251_key
    from s251
    where phase = 'Total'

),

statement_of_year as (    -- the outturn once there is one, until then the budget

    select la_code, time_period, max(statement) as statement    -- OUTTURN comes after BUDGET
    from s251
    group by la_code, time_period

),

placement_cost as (

    select fact.placement_cost_key, fact.time_period, fact.element, fact.line_code, fact.budget_gbp, fact.actual_gbp,
        coalesce(fact.provision_code, 'UNKNOWN') as provision_code,
        coalesce(placement.pupil_key, case when fact.placement_id is not null then stable_key(fact.placement_id) end) as child_key
    from core.fact_placement_cost as fact
    join home
        on home.la_code = fact.la_code
    left join core.fact_placement as placement
        on placement.placement_key = fact.placement_key

),

side_cost as (

    select object.scope_code, object.side, cost.time_period, cost.statement, cost.amount,
        'core.fact_s251' as fact, cost.s251_key as fact_key, cast(null as bigint) as child_key
    from config.hnb_scope_object as object
    join costed as cost
        on cost.scope_type = 'LINE'
        and cost.scope_code = object.code
    join home
        on home.la_code = cost.la_code
    where object.kind = 'LINE'

    union all

    select object.scope_code, object.side, cost.time_period, column_of.statement,
        case column_of.statement when 'BUDGET' then cost.budget_gbp else cost.actual_gbp end,
        'core.fact_placement_cost', cost.placement_cost_key, cost.child_key
    from config.hnb_scope_object as object
    join placement_cost as cost
        on cost.provision_code = object.code
    cross join (values ('BUDGET'), ('OUTTURN')) as column_of (statement)
    where object.kind = 'PROVISION'
    and not exists (
        select 1
        from config.hnb_scope_object as line
        where line.scope_code = object.scope_code
        and line.side = object.side
        and line.kind = 'LINE'
        and line.code = cost.line_code
    )
    and (
        exists (
            select 1
            from config.hnb_scope_object as element
            where element.scope_code = object.scope_code
            and element.side = object.side
            and element.kind = 'ELEMENT'
            and element.code = cost.element
        )
        or not exists (
            select 1
            from config.hnb_scope_object as element
            where element.scope_code = object.scope_code
            and element.side = object.side
            and element.kind = 'ELEMENT'
        )
    )

),

saving as (

    select scope.scope_code, scope.baseline_fy
    from config.hnb_scope as scope
    join home
        on home.la_code = scope.la_code

),

net as (

    select cost.time_period, cost.scope_type, cost.scope_code, cost.statement, cost.amount,
        'core.fact_s251' as fact, cost.s251_key as fact_key, cast(null as bigint) as child_key
    from costed as cost
    join home
        on home.la_code = cost.la_code

    union all

    select time_period, 'PROVISION', provision_code, 'BUDGET', budget_gbp, 'core.fact_placement_cost',
        placement_cost_key, child_key
    from placement_cost

    union all

    select time_period, 'PROVISION', provision_code, 'OUTTURN', actual_gbp, 'core.fact_placement_cost',
        placement_cost_key, child_key
    from placement_cost

    union all

    select cost.time_period, 'SAVING', cost.scope_code, cost.statement, cost.amount, cost.fact, cost.fact_key,
        cost.child_key
    from side_cost as cost
    join saving
        on saving.scope_code = cost.scope_code
    where (cost.side = 'BASELINE' and cost.time_period = saving.baseline_fy)
    or (cost.side = 'SUCCESSOR' and cost.time_period > saving.baseline_fy)

),

subject as (    -- what has a row in the mart

    select distinct time_period, scope_type, scope_code    -- many amounts, one row
    from net

),

baseline as (    -- what the old model of a saving cost

    select subject.time_period, subject.scope_type, subject.scope_code, cost.amount, cost.fact, cost.fact_key, cost.child_key
    from subject
    join saving
        on saving.scope_code = subject.scope_code
        and subject.time_period >= saving.baseline_fy
    join side_cost as cost
        on cost.scope_code = saving.scope_code
        and cost.side = 'BASELINE'
        and cost.statement = 'OUTTURN'
        and cost.time_period = saving.baseline_fy
    where subject.scope_type = 'SAVING'

),

child as (    -- on whom the amount of a figure was spent

    select distinct time_period, scope_type, scope_code,    -- many amounts, one child
        case statement when 'BUDGET' then 'child_of_budget' else 'child_of_outturn' end as part, child_key
    from net
    where child_key is not null and amount <> 0

    union all

    select distinct time_period, scope_type, scope_code, 'child_of_baseline', child_key    -- many amounts, one child
    from baseline
    where child_key is not null and amount <> 0

),

preferred as (    -- what is divided by pupils, plans and places

    select net.*
    from net
    join home
        on true
    left join statement_of_year as chosen
        on chosen.la_code = home.la_code
        and chosen.time_period = net.time_period
    where net.statement = case when net.scope_type in ('PROVISION', 'SAVING') then 'OUTTURN' else chosen.statement end

),

census_of_year as (    -- the January census of the financial year, or the last one before it

    select subject.time_period, max(census.time_period) as census_year
    from (select distinct time_period from subject) as subject    -- one row a year
    join (select distinct time_period from core.fact_pupil_census where term = 'SPR') as census    -- one row a census
        on census.time_period <= subject.time_period
    group by subject.time_period

),

pupil as (

    select census_of_year.time_period, census.pupil_census_key, census.sen_provision = 'E' as has_ehcp
    from census_of_year
    join core.fact_pupil_census as census
        on census.time_period = census_of_year.census_year
        and census.term = 'SPR'
        and census.is_in_headcount

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

),

neighbour_cost as (

    select neighbour.neighbour_la_code, cost.time_period, cost.scope_type, cost.scope_code,
        gbp(sum(cost.amount)) as net_gbp, max(pupils.headcount) as headcount
    from neighbour
    join costed as cost
        on cost.la_code = neighbour.neighbour_la_code
    join statement_of_year as chosen
        on chosen.la_code = cost.la_code
        and chosen.time_period = cost.time_period
        and chosen.statement = cost.statement
    join neighbour_pupils as pupils
        on pupils.la_code = neighbour.neighbour_la_code
        and pupils.time_period = cost.time_period
    group by neighbour.neighbour_la_code, cost.time_period, cost.scope_type, cost.scope_code

),

part as (

    select time_period, scope_type, scope_code,
        case statement when 'BUDGET' then 'budget_net' else 'outturn_net' end as part, amount, fact, fact_key
    from net

    union all

    select time_period, scope_type, scope_code, case scope_type when 'PROVISION' then 'place_net' else 'head_net' end, amount, fact,
        fact_key
    from preferred
    where scope_type <> 'SAVING'

    union all

    select subject.time_period, subject.scope_type, subject.scope_code, counted.part, 1, 'core.fact_pupil_census',
        pupil.pupil_census_key
    from subject
    join pupil
        on pupil.time_period = subject.time_period
    join (values ('pupil'), ('plan')) as counted (part)
        on counted.part = 'pupil'
        or pupil.has_ehcp
    where subject.scope_type in ('TOTAL', 'GROUP', 'LINE')

    union all

    select subject.time_period, subject.scope_type, subject.scope_code, 'place', provision.commissioned_capacity,
        'core.dim_provision', provision.provision_key
    from subject
    join core.dim_provision as provision
        on provision.provision_code = subject.scope_code
        and financial_year(provision.valid_from) <= subject.time_period
    where subject.scope_type = 'PROVISION'
    and not exists (    -- its last version of the year
        select 1
        from core.dim_provision as later
        where later.provision_code = provision.provision_code
        and later.valid_from > provision.valid_from
        and financial_year(later.valid_from) <= subject.time_period
    )

    union all

    select time_period, scope_type, scope_code, 'baseline_net', amount, fact, fact_key
    from baseline

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

    select line.time_period, 'TOTAL', 'Total', 'dsg_balance_cf', line.net_gbp, 'core.fact_s251', line.s251_key
    from s251 as line
    join home
        on home.la_code = line.la_code
    join statement_of_year as chosen
        on chosen.la_code = line.la_code
        and chosen.time_period = line.time_period
        and chosen.statement = line.statement
    where line.line_code = '1.9.3' and line.phase = 'Total'

    union all

    select cost.time_period, cost.scope_type, cost.scope_code, counted.part,
        case counted.part
            when 'neighbour_net_per_pupil'
                then money_quotient(cost.net_gbp, cost.headcount, 1000) * 0.001    -- the mean is rounded, not what it is of
            else 1
        end,
        'core.dim_local_authority', stable_key(cost.neighbour_la_code)
    from neighbour_cost as cost
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
