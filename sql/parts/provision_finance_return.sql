-- One row per cell, part and return of a quarter's budget that adds to it: due, received, on time, with a forecast.
--
-- A behaviour provision that is open on a day of a quarter owes its return. Due is what has come and what is overdue. The return is on
-- time where its last row was submitted by the day that the contract of the return sets; one that names no day is of no share.
with received as (

    select
        provision_code,
        provision_type,
        time_period,
        time_identifier,
        max(case when is_first then provision_budget_key end) as provision_budget_key,
        max(submitted_date) as submitted_date,
        max(case when forecast_pence is not null then 1 end) as forecast
    from part.provision_finance__budget
    where time_identifier <> 'Financial year'
    group by provision_code, provision_type, time_period, time_identifier

),

overdue as (    -- unless it has come

    select
        provision.provision_code,
        provision.provision_type,
        period.time_period,
        period.time_identifier,
        max(provision.provision_key) as provision_key
    from part.provision_finance__period as period
    join core.dim_provision as provision
        on provision.provision_type = 'BEHAVIOUR_PROVISION'
        and provision.valid_from <= period.window_end
        and provision.valid_to >= period.window_start
    where period.quarter is not null
        and period.due_date < as_of_date()
    group by provision.provision_code, provision.provision_type, period.time_period, period.time_identifier

),

due as (

    select
        coalesce(received.provision_code, overdue.provision_code) as provision_code,
        coalesce(received.provision_type, overdue.provision_type) as provision_type,
        coalesce(received.time_period, overdue.time_period) as time_period,
        coalesce(received.time_identifier, overdue.time_identifier) as time_identifier,
        received.provision_budget_key is not null as is_received,
        received.submitted_date,
        received.forecast,
        case when received.provision_budget_key is null then 'core.dim_provision' else 'core.fact_provision_budget' end as fact,
        coalesce(received.provision_budget_key, overdue.provision_key) as fact_key
    from received
    full join overdue
        on overdue.provision_code = received.provision_code
        and overdue.time_period = received.time_period
        and overdue.time_identifier = received.time_identifier

),

amount as (

    select
        due.*,
        part.part,
        case part.part
            when 'due_return' then 1
            when 'received_return' then case when due.is_received then 1 end
            when 'timed_return' then case when not due.is_received or due.submitted_date is not null then 1 end
            when 'return_on_time' then case when due.submitted_date <= quarter.due_date then 1 end
            when 'forecast_review' then due.forecast
        end as amount
    from due
    join part.provision_finance__period as quarter
        on quarter.time_period = due.time_period
        and quarter.time_identifier = due.time_identifier
    cross join (values ('due_return'), ('received_return'), ('timed_return'), ('return_on_time'), ('forecast_review')) as part (part)

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    amount.time_period,
    case when period.is_year then 'Financial year' else amount.time_identifier end as time_identifier,
    'Total' as breakdown_topic,
    'Total' as breakdown,
    scope.scope_type,
    case scope.scope_type
        when 'PROVISION' then amount.provision_code
        when 'PROVISION_TYPE' then amount.provision_type
        else 'Total'
    end as scope_code,
    amount.part,
    cast(amount.amount as bigint) as amount,
    amount.fact,
    amount.fact_key
from amount
join core.dim_local_authority as home
    on home.is_home_la
cross join (values (true), (false)) as period (is_year)
cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE')) as scope (scope_type)
where amount.amount is not null
