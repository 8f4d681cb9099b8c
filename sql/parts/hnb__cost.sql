-- One row per amount that the authority planned or spent on what is costed, by statement: BUDGET, OUTTURN, or BASELINE of a saving.
--
-- A saving's cost is that of its old model in the baseline year and of its successor in later ones; a placement that the authority
-- books on a line which the same side names is within that line already.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

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
    join part.hnb__line as cost
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
    from part.hnb__line as cost
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

)

select time_period, scope_type, scope_code, statement, amount, fact, fact_key, child_key
from net

union all

select    -- what the old model of a saving cost
    subject.time_period, subject.scope_type, subject.scope_code, 'BASELINE', cost.amount, cost.fact, cost.fact_key, cost.child_key
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
