-- One row per authority, financial year and what is costed: the block, a group, a line, a provision or a saving.
--
-- Figures a head are of the outturn, and of the budget until there is one. A saving has a figure only once its year
-- is over and all that it is made of has come: the outturn where it names lines, the costs of March where it names
-- provisions. Beside the cost of a place stands how long its provision was open: the cost of five months is no cheap
-- year. Money is divided in integers and rounded once. Money that was spent on children says on how many: on the
-- fewest, where the amounts of a row differ.
with figure as (

    select
        la_code,
        time_period,
        scope_type,
        scope_code,
        gbp(sum(amount) filter (where measure = 'budget_net_gbp')) as budget_net_gbp,
        gbp(sum(amount) filter (where measure = 'outturn_net_gbp')) as outturn_net_gbp,
        gbp(sum(amount) filter (where measure = 'per_pupil_gbp' and part = 'numerator')) as pupil_net_gbp,
        sum(amount) filter (where measure = 'per_pupil_gbp' and part = 'denominator') as pupils,
        sum(amount) filter (where measure = 'per_ehcp_gbp' and part = 'denominator') as plans,
        gbp(sum(amount) filter (where measure = 'per_place_gbp' and part = 'numerator')) as place_net_gbp,
        sum(amount) filter (where measure = 'per_place_gbp' and part = 'denominator') as places,
        gbp(sum(amount) filter (where measure = 'baseline_net_gbp')) as baseline_net_gbp,
        least(
            sum(amount) filter (where measure = 'children' and part = 'budget_net_gbp'),
            sum(amount) filter (where measure = 'children' and part = 'outturn_net_gbp'),
            sum(amount) filter (where measure = 'children' and part = 'baseline_net_gbp')
        ) as children,
        gbp(sum(amount) filter (where measure = 'dsg_hnb_net_gbp')) as dsg_hnb_net_gbp,
        gbp(sum(amount) filter (where measure = 'dsg_balance_cf_gbp')) as dsg_balance_cf_gbp,
        gbp(sum(amount) filter (where measure = 'recoupment_gbp')) as recoupment_gbp,
        sum(amount) filter (where measure = 'comparator_per_pupil_gbp' and part = 'numerator') as neighbour_sum_gbp,
        sum(amount) filter (where measure = 'comparator_per_pupil_gbp' and part = 'denominator') as neighbours
    from mart.mart_hnb_cost__parts
    group by la_code, time_period, scope_type, scope_code

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

        union all

        select la_code, time_period, 0, case when month = 12 and actual_gbp is not null then 1 else 0 end
        from core.fact_placement_cost
    ) as account
    group by la_code, time_period

),

saving as (

    select
        scope.scope_code,
        scope.scope_title,
        scope.baseline_fy,
        scope.is_indexed,
        max(case object.kind when 'LINE' then 1 else 0 end) as names_lines,
        max(case object.kind when 'PROVISION' then 1 else 0 end) as names_provisions
    from config.hnb_scope as scope
    join config.hnb_scope_object as object
        on object.scope_code = scope.scope_code
        and object.side = 'SUCCESSOR'
    group by scope.scope_code, scope.scope_title, scope.baseline_fy, scope.is_indexed

),

group_title (scope_code, scope_title) as (

    values
        ('PLACE', 'Place funding: special schools and alternative provision'),
        ('TOPUP_MAINTAINED', 'Top-up funding: maintained schools, academies, free schools and colleges'),
        ('TOPUP_INDEPENDENT', 'Top-up funding: non-maintained and independent providers'),
        ('SEN_SERVICES', 'SEN support and inclusion services'),
        ('AP_SERVICES', 'Alternative provision services'),
        ('HOSPITAL', 'Hospital education services'),
        ('THERAPIES', 'Therapies and other health related services'),
        ('TRANSPORT', 'SEN transport'),
        ('OTHER', 'Other high needs expenditure')

),

in_force as (    -- months of a financial year with a day on which a provision was open

    select
        provision.provision_code,
        day.financial_year as time_period,
        count(distinct day.financial_month) as months
    from core.dim_provision as provision
    join core.dim_date as day
        on day.date between provision.valid_from and provision.valid_to
        and day.date <= as_of_date()
    where provision.provision_code is not null
    group by provision.provision_code, day.financial_year

),

judged as (

    select
        figure.*,
        coalesce(received.has_outturn, 0) = 1 as has_outturn,
        saving.scope_title as saving_title,
        saving.baseline_fy,
        coalesce(saving.names_lines, 0) = 1 as saving_names_lines,
        case
            when saving.scope_code is null then null
            when not saving.is_indexed then figure.baseline_net_gbp
            else money_quotient(figure.baseline_net_gbp, cast(10000 * baseline_year.price_index as bigint),
                cast(10000 * this_year.price_index as bigint))
        end as indexed_baseline_gbp,
        financial_year(as_of_date()) > figure.time_period
            and (saving.names_lines = 0 or received.has_outturn = 1)
            and (saving.names_provisions = 0 or received.has_march = 1) as is_complete
    from figure
    left join received
        on received.la_code = figure.la_code
        and received.time_period = figure.time_period
    left join saving
        on figure.scope_type = 'SAVING'
        and saving.scope_code = figure.scope_code
    left join config.price_index as this_year
        on this_year.financial_year = figure.time_period
    left join config.price_index as baseline_year
        on baseline_year.financial_year = saving.baseline_fy

)

select
    judged.la_code,
    authority.la_name,
    judged.time_period,
    'Financial year' as time_identifier,
    as_of_date() as as_at_date,
    case
        when judged.scope_type in ('PROVISION', 'SAVING') and not judged.saving_names_lines then 'placement_cost'
        when judged.has_outturn then 'outturn'
        else 'budget'
    end as preferred_source,
    case
        when judged.scope_type in ('PROVISION', 'SAVING') and judged.time_period >= financial_year(as_of_date())
            then 'year_to_date'
        when judged.scope_type in ('PROVISION', 'SAVING') or judged.has_outturn then 'final'
        else 'provisional'
    end as data_status,
    judged.scope_type,
    judged.scope_code,
    coalesce(
        case judged.scope_type when 'TOTAL' then 'High needs block' end,
        judged.saving_title,
        group_title.scope_title,
        line.line_name,
        provision.provision_name,
        judged.scope_code
    ) as scope_title,
    judged.budget_net_gbp,
    case when judged.budget_net_gbp is null then 'x' else 'ok' end as budget_net_gbp_status,
    judged.outturn_net_gbp,
    case when judged.outturn_net_gbp is null then 'x' else 'ok' end as outturn_net_gbp_status,
    gbp(judged.outturn_net_gbp - judged.budget_net_gbp) as variance_gbp,
    case when gbp(judged.outturn_net_gbp - judged.budget_net_gbp) is null then 'x' else 'ok' end as variance_gbp_status,
    money_quotient(judged.pupil_net_gbp, cast(judged.pupils as bigint), 1) as per_pupil_gbp,
    case
        when judged.scope_type in ('PROVISION', 'SAVING') then 'z'
        when judged.pupil_net_gbp / nullif(judged.pupils, 0) is null then 'x'
        else 'ok'
    end as per_pupil_gbp_status,
    money_quotient(judged.pupil_net_gbp, cast(judged.plans as bigint), 1) as per_ehcp_gbp,
    case
        when judged.scope_type in ('PROVISION', 'SAVING') then 'z'
        when judged.pupil_net_gbp / nullif(judged.plans, 0) is null then 'x'
        else 'ok'
    end as per_ehcp_gbp_status,
    money_quotient(judged.place_net_gbp, cast(judged.places as bigint), 1) as per_place_gbp,
    case
        when judged.scope_type <> 'PROVISION' then 'z'
        when judged.place_net_gbp / nullif(judged.places, 0) is null then 'x'
        else 'ok'
    end as per_place_gbp_status,
    judged.baseline_fy,
    judged.indexed_baseline_gbp as baseline_net_gbp,
    case
        when judged.scope_type <> 'SAVING' then 'z'
        when judged.indexed_baseline_gbp is null then 'x'
        else 'ok'
    end as baseline_net_gbp_status,
    case
        when judged.time_period > judged.baseline_fy and judged.is_complete
            then gbp(judged.indexed_baseline_gbp - judged.outturn_net_gbp)
    end as saving_gbp,
    case
        when judged.scope_type <> 'SAVING' or judged.time_period = judged.baseline_fy then 'z'
        when judged.is_complete and gbp(judged.indexed_baseline_gbp - judged.outturn_net_gbp) is not null then 'ok'
        else 'x'
    end as saving_gbp_status,
    judged.dsg_hnb_net_gbp,
    case
        when judged.scope_type <> 'TOTAL' then 'z'
        when judged.dsg_hnb_net_gbp is null then 'x'
        else 'ok'
    end as dsg_hnb_net_gbp_status,
    judged.dsg_balance_cf_gbp,
    case
        when judged.scope_type <> 'TOTAL' then 'z'
        when judged.dsg_balance_cf_gbp is null then 'x'
        else 'ok'
    end as dsg_balance_cf_gbp_status,
    judged.recoupment_gbp,
    case
        when judged.scope_type <> 'TOTAL' then 'z'
        when judged.recoupment_gbp is null then 'x'
        else 'ok'
    end as recoupment_gbp_status,
    money_quotient(judged.neighbour_sum_gbp, cast(judged.neighbours as bigint), 1) as comparator_per_pupil_gbp,
    case
        when judged.scope_type in ('PROVISION', 'SAVING') then 'z'
        when judged.neighbours is null then 'x'
        else 'ok'
    end as comparator_per_pupil_gbp_status,
    cast(coalesce(judged.neighbours, 0) as integer) as comparator_la_count,
    case when judged.scope_type = 'PROVISION' and provision.provision_code is not null
        then cast(coalesce(in_force.months, 0) as integer) end as months_in_force,
    cast(judged.children as integer) as children
from judged
join core.dim_local_authority as authority
    on authority.la_code = judged.la_code
left join group_title
    on judged.scope_type = 'GROUP'
    and group_title.scope_code = judged.scope_code
left join core.dim_s251_line as line
    on judged.scope_type = 'LINE'
    and line.line_code = judged.scope_code
    and judged.time_period between line.valid_from_fy and line.valid_to_fy
left join core.dim_provision as provision
    on judged.scope_type = 'PROVISION'
    and provision.provision_code = judged.scope_code
    and provision.is_latest
left join in_force
    on judged.scope_type = 'PROVISION'
    and in_force.provision_code = judged.scope_code
    and in_force.time_period = judged.time_period
