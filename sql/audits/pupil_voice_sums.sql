-- Consultations of a year are not those of who asked, of methods or of the register
-- severity: FAIL
-- why: a consultation is of one year, one that asked and one method
-- matters: how many children were heard would be told in several ways
-- resolve: a fault of the model: compare sql/marts/mart_pupil_voice.sql with core.fact_pupil_voice
with summed as (

    select
        time_period,
        sum(case when scope_type = 'TOTAL' and method = 'Total' then respondents end) as respondents,
        sum(case when scope_type = 'TOTAL' and method <> 'Total' then respondents end) as of_methods,
        sum(case when scope_type <> 'TOTAL' and method = 'Total' then respondents end) as of_scopes
    from mart.mart_pupil_voice
    group by time_period

),

register as (

    select time_period, sum(respondents) as respondents
    from core.fact_pupil_voice
    where coalesce(held_on <= as_of_date(), true)
    group by time_period

)

select summed.time_period, summed.respondents, summed.of_methods, summed.of_scopes, register.respondents as in_register
from summed
left join register
    on register.time_period = summed.time_period
where summed.respondents is distinct from summed.of_methods
    or summed.respondents is distinct from summed.of_scopes
    or summed.respondents is distinct from register.respondents
