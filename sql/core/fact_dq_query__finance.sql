-- One row per line of money that a rule asks about which needs another line, another year or another return.
with statement_line as (    -- budget and outturn of one line, side by side

    select
        *,
        max(case when statement = 'BUDGET' then net_gbp end) over (partition by la_code, time_period, line_code, phase) as budget_gbp
    from core.fact_s251
    where phase = 'Total'
        and line_code like '1.2.%'
        and la_code = (select la_code from core.dim_local_authority where is_home_la)

),

quarter as (

    select *
    from core.fact_provision_budget
    where time_period = (select max(time_period) from core.fact_provision_budget)

),

agreed as (    -- quarters in which an agreement of the provision with its partnership holds that has come

    select distinct quarter.provision_code, quarter.time_period, quarter.quarter
    from quarter
    join core.fact_governance_return as document
        on document.provision_code = quarter.provision_code
        and document.report_type = 'SLA'
        and document.received_date < add_days(quarter.quarter_start, 92)
        and coalesce(document.period_start, document.received_date) < add_days(quarter.quarter_start, 92)
        and coalesce(document.period_end, quarter.quarter_start) >= quarter.quarter_start

),

cost as (

    select
        fact.*,
        placement.home_laestab,
        12 * extract(year from fact.month_start) + extract(month from fact.month_start) as month_number,
        12 * extract(year from placement.start_date) + extract(month from placement.start_date) as start_month,
        12 * extract(year from placement.end_date) + extract(month from placement.end_date) as end_month,
        median(fact.actual_gbp) over (partition by fact.provision_code, fact.element) as median_gbp,
        count(fact.actual_gbp) over (partition by fact.provision_code, fact.element) as months,
        row_number() over (
            partition by fact.placement_id, fact.month_start, fact.element, fact.provider_sector, fact.line_code, fact.invoice_ref,
                fact.budget_gbp, fact.actual_gbp, fact.forecast_gbp
            order by fact.source_line) as nth
    from core.fact_placement_cost as fact
    left join core.fact_placement as placement
        on placement.placement_key = fact.placement_key

)

select 'FIN-002' as rule, 'cfr' as return_name, laestab, time_period, cfr_code as about, submission_key, source_line
from core.fact_cfr
where is_returned_by_lead

union all

select 'FIN-005', 's251', cast(null as integer), time_period, line_code, submission_key, source_line
from statement_line
where statement = 'OUTTURN'
    and budget_gbp <> 0
    and abs(net_gbp - budget_gbp) > 0.25 * abs(budget_gbp)

union all

select 'FIN-006', 'provision_budget_q', host_laestab, time_period, time_identifier, submission_key, source_line
from core.fact_provision_budget
where is_below_quarter_before

union all

select 'FIN-006', 'provision_budget_q', max(host_laestab), time_period, time_identifier, max(submission_key), min(source_line)
from core.fact_provision_budget as later
where quarter > 1
    and not exists (
        select 1
        from core.fact_provision_budget as before
        where before.provision_code = later.provision_code
            and before.time_period = later.time_period
            and before.quarter = later.quarter - 1)
    and not exists (    -- which began after the quarter before
        select 1
        from core.dim_provision as provision
        where provision.provision_code = later.provision_code
        having min(provision.valid_from) >= later.quarter_start)
group by provision_code, time_period, time_identifier

union all

select 'FIN-009', 'provision_budget_q', host_laestab, time_period, time_identifier, submission_key, source_line
from quarter
left join agreed using (provision_code, time_period, quarter)
where category = 'OVERHEADS'
    and actual_to_date_gbp > 0
    and agreed.provision_code is null

union all

select 'FIN-011', 'placement_cost', home_laestab, time_period, cast(month_start as varchar), submission_key, source_line
from cost
where placement_key = -1
    or month_number < start_month - 1
    or month_number > end_month + 1

union all

select 'FIN-012', 'placement_cost', home_laestab, time_period, cast(month_start as varchar), submission_key, source_line
from cost
where months >= 6
    and actual_gbp > 3 * median_gbp
    and median_gbp > 0

union all

select 'FIN-015', 's251', cast(null as integer), time_period, line_code, submission_key, source_line
from core.fact_s251
where detail = 'LINES'
    and phase = 'Total'
    and s251_line_key = -1
    and line_code like '1.2.%'
    and la_code = (select la_code from core.dim_local_authority where is_home_la)

union all

select 'FIN-016', 'placement_cost', home_laestab, time_period, cast(month_start as varchar), submission_key, source_line
from cost
where nth > 1
    and actual_gbp <> 0

union all

select 'GOV-001', 'governance_return', laestab, time_period, report_type, submission_key, source_line
from core.fact_governance_return
where is_overdue
