-- Documents of all that owe are not those of each, or differ from the register
-- severity: FAIL
-- why: a document stands once, in one year, with one that owes it and one type
-- matters: what is told of the authority and of its provisions is read side by side
-- resolve: a fault of the model: compare sql/marts/mart_governance_compliance__document.sql with core.fact_governance_return
with summed as (

    select
        time_period,
        max(case when scope_type = 'TOTAL' and report_type = 'Total' then documents end) as documents,
        sum(case when scope_type = 'TOTAL' and report_type <> 'Total' and element = 'Total' then documents end) as of_types,
        sum(case when scope_type <> 'TOTAL' and report_type = 'Total' then documents end) as of_scopes
    from mart.mart_governance_compliance
    group by time_period

),

register as (

    select
        academic_year(coalesce(due_date, period_start, period_end, received_date)) as time_period,
        count(*) as documents
    from core.fact_governance_return
    group by academic_year(coalesce(due_date, period_start, period_end, received_date))

)

select summed.time_period, summed.documents, summed.of_types, summed.of_scopes, register.documents as in_register
from summed
left join register
    on register.time_period = summed.time_period
where summed.documents is distinct from summed.of_types
    or summed.documents is distinct from summed.of_scopes
    or summed.documents is distinct from coalesce(register.documents, 0)
