-- One row per cell of the high needs block: from which accounts it is known, and what of it can be said.
--
-- Figures a head are of the outturn, and of the budget until there is one (part.hnb__statement). A saving has a figure only once its year is over and all that
-- it is made of has come: the outturn where it names lines, the costs of March where it names provisions.
with cell as (

    select area_code, time_period, scope_type, scope_code
    from total.hnb
    group by area_code, time_period, scope_type, scope_code

),

received as (    -- which accounts of the year have come, and whether the costs of its last month have

    select
        la_code,
        time_period,
        max(has_outturn) as has_outturn,
        max(has_march) as has_march
    from (
        select la_code, time_period, case statement when 'OUTTURN' then 1 else 0 end as has_outturn, 0 as has_march
        from core.fact_s251
        where detail = 'LINES'

        union all

        select la_code, time_period, 0, case when month = 12 and actual_gbp is not null then 1 else 0 end
        from core.fact_placement_cost
    ) as account
    group by la_code, time_period

),

lacking as (    -- statements in which an amount is not known

    select
        la_code,
        time_period,
        scope_type,
        scope_code,
        max(case statement when 'BUDGET' then 1 else 0 end) as lacks_budget,
        max(case statement when 'OUTTURN' then 1 else 0 end) as lacks_outturn
    from part.hnb__line
    where amount is null
    group by la_code, time_period, scope_type, scope_code

),

saving as (

    select
        scope.scope_code,
        scope.baseline_fy,
        scope.is_indexed,
        max(case object.kind when 'LINE' then 1 else 0 end) as names_lines,
        max(case object.kind when 'PROVISION' then 1 else 0 end) as names_provisions
    from config.hnb_scope as scope
    join config.hnb_scope_object as object
        on object.scope_code = scope.scope_code
        and object.side = 'SUCCESSOR'
    group by scope.scope_code, scope.baseline_fy, scope.is_indexed

),

judged as (

    select
        cell.*,
        cell.scope_type in ('PROVISION', 'SAVING') as is_of_placements,
        coalesce(saving.names_lines, 0) = 1 as names_lines,
        coalesce(received.has_outturn, 0) = 1 or coalesce(chosen.statement = 'OUTTURN', false) as has_outturn,
        coalesce(lacking.lacks_budget, 0) = 0 as is_budget_whole,
        coalesce(lacking.lacks_outturn, 0) = 0 as is_outturn_whole,
        coalesce(case chosen.statement when 'BUDGET' then lacking.lacks_budget else lacking.lacks_outturn end, 0) = 0 as is_preferred_whole,
        saving.baseline_fy,
        case when saving.is_indexed then cast(10000 * baseline_year.price_index as bigint) else 1 end as baseline_price,
        case when saving.is_indexed then cast(10000 * this_year.price_index as bigint) else 1 end as price,
        financial_year(as_of_date()) > cell.time_period
            and (saving.names_lines = 0 or received.has_outturn = 1)
            and (saving.names_provisions = 0 or received.has_march = 1) as is_complete
    from cell
    join core.dim_local_authority as home
        on home.is_home_la
    left join received
        on received.la_code = home.la_code
        and received.time_period = cell.time_period
    left join part.hnb__statement as chosen
        on chosen.la_code = home.la_code
        and chosen.time_period = cell.time_period
    left join lacking
        on lacking.la_code = home.la_code
        and lacking.time_period = cell.time_period
        and lacking.scope_type = cell.scope_type
        and lacking.scope_code = cell.scope_code
    left join saving
        on cell.scope_type = 'SAVING'
        and saving.scope_code = cell.scope_code
    left join config.price_index as this_year
        on this_year.financial_year = cell.time_period
    left join config.price_index as baseline_year
        on baseline_year.financial_year = saving.baseline_fy

)

select
    'Local authority' as geographic_level,
    area_code,
    time_period,
    'Financial year' as time_identifier,
    scope_type,
    scope_code,
    as_of_date() as as_at_date,
    case
        when is_of_placements and not names_lines then 'placement_cost'
        when has_outturn then 'outturn'
        else 'budget'
    end as preferred_source,
    case
        when is_of_placements and time_period >= financial_year(as_of_date()) then 'year_to_date'
        when is_of_placements or has_outturn then 'final'
        else 'provisional'
    end as data_status,
    not is_of_placements as is_of_pupils,
    scope_type = 'PROVISION' as is_provision,
    scope_type = 'TOTAL' as is_block,
    scope_type = 'SAVING' as is_saving,
    scope_type = 'SAVING' and time_period > baseline_fy as is_after_baseline,
    coalesce(is_complete, false) as is_complete,
    is_budget_whole,
    is_outturn_whole,
    is_preferred_whole,
    baseline_fy,
    baseline_price,
    price
from judged
