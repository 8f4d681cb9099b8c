-- One row per school, academic year, column and policy event or inclusion plan that it stands on; one without any where there is none.
with school as (

    select
        time_period,
        laestab,
        as_at_date,
        column_of.mart_column,
        column_of.event
    from mart.mart_school_scorecard
    cross join (values ('charter_signed', 'CHARTER_SIGNED'), ('policy_change_date', 'POLICY_CHANGE')) as column_of (mart_column, event)

),

register as (

    select count(*) > 0 as is_known
    from core.fact_policy_event

)

select
    school.time_period,
    school.laestab,
    school.mart_column,
    lower(school.event) as part,
    case when event.policy_event_key is not null then 1 end as amount,
    'core.fact_policy_event' as fact,
    event.policy_event_key as fact_key,
    case
        when not register.is_known then null
        when school.mart_column = 'charter_signed' then cast(count(event.policy_event_key) over (
            partition by school.time_period, school.laestab, school.mart_column) > 0 as varchar)
        else cast(max(event.event_date) over (partition by school.time_period, school.laestab, school.mart_column) as varchar)
    end as recomputed
from school
cross join register
left join core.fact_policy_event as event
    on event.laestab = school.laestab
    and event.event = school.event
    and event.event_date <= school.as_at_date

union all

select
    scored.time_period,
    scored.laestab,
    'inclusion_plan',
    'inclusion_plan',
    case when plan.governance_return_key is not null then 1 end,
    'core.fact_governance_return',
    plan.governance_return_key,
    case
        when scored.inclusion_plan_status = 'x' then null
        else cast(count(plan.governance_return_key) over (partition by scored.time_period, scored.laestab) > 0 as varchar)
    end
from mart.mart_school_scorecard as scored
left join core.fact_governance_return as plan
    on plan.report_type = 'INCLUSION_PLAN'
    and plan.laestab = scored.laestab
    and plan.received_date <= scored.as_at_date
