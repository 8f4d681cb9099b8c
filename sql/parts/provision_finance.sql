-- One row per cell, part and row of a provision's budget that adds to it: pence, told to the end of a quarter, and rows that fell.
--
-- A variance is of rows that tell both what was due and what was spent, so that a blank is no underspend. A forecast is held against
-- what the same category and code had spent by the end of the fourth quarter.
with outturn as (

    select provision_code, time_period, category, cfr_code, spent_pence, provision_budget_key
    from part.provision_finance__budget
    where time_identifier = 'Financial year Q4'
        and spent_pence is not null

),

amount as (

    select
        budget.*,
        part.part,
        case part.part
            when 'annual_pence' then annual_pence
            when 'due_pence' then due_pence
            when 'spent_pence' then spent_pence
            when 'committed_pence' then committed_pence
            when 'forecast_pence' then forecast_pence
            when 'variance_pence' then spent_pence - due_pence
            when 'judged_pence' then case when spent_pence is not null then due_pence end
            when 'overrun_pence' then forecast_pence - annual_pence
            when 'fallen' then case when is_below_quarter_before then 1 else 0 end
        end as amount,
        budget.provision_budget_key as fact_key
    from part.provision_finance__budget as budget
    cross join (values
        ('annual_pence'), ('due_pence'), ('spent_pence'), ('committed_pence'), ('forecast_pence'), ('variance_pence'), ('judged_pence'),
        ('overrun_pence'), ('fallen')) as part (part)

    union all

    select
        budget.*,
        part.part,
        case
            when part.is_forecast then budget.forecast_pence
            when part.part = 'missed_pence' then -outturn.spent_pence
            else outturn.spent_pence
        end,
        case when part.is_forecast then budget.provision_budget_key else outturn.provision_budget_key end
    from part.provision_finance__budget as budget
    join outturn
        on outturn.provision_code = budget.provision_code
        and outturn.time_period = budget.time_period
        and outturn.category = budget.category
        and coalesce(outturn.cfr_code, '') = coalesce(budget.cfr_code, '')
    cross join (values ('missed_pence', true), ('missed_pence', false), ('outturn_pence', false)) as part (part, is_forecast)
    where budget.forecast_pence is not null
        and budget.time_identifier <> 'Financial year'    -- of its last quarter, whose forecast is no longer one

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    amount.time_period,
    amount.time_identifier,
    topic.breakdown_topic,
    case topic.breakdown_topic when 'Total' then 'Total' else amount.category end as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then amount.provision_code
        when 'PROVISION_TYPE' then amount.provision_type
        else 'Total'
    end as scope_code,
    amount.part,
    cast(amount.amount as bigint) as amount,
    'core.fact_provision_budget' as fact,
    amount.fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values ('Total'), ('Category')) as topic (breakdown_topic)
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE')) as scope (scope_type)
where amount.amount is not null
