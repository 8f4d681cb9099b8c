-- Events of a year are not those of its terms, of its courses or of the register
-- severity: FAIL
-- why: an event is of one day, one course and one school
-- matters: what was trained in a year would be told in several ways
-- resolve: a fault of the model: compare sql/marts/mart_workforce_training.sql with core.fact_training
with summed as (

    select
        time_period,
        sum(case when time_identifier = 'Academic year' and course = 'Total' and role = 'Total' then events end) as events,
        sum(case when time_identifier = 'Academic year' and course <> 'Total' and role = 'Total' then events end) as of_courses,
        sum(case when time_identifier <> 'Academic year' and course = 'Total' and role = 'Total' then events end) as of_terms
    from mart.mart_workforce_training
    group by time_period

),

register as (

    select time_period, count(distinct (laestab, coalesce(course, 'UNKNOWN'), event_date)) as events
    from core.fact_training
    where event_date <= as_of_date()
    group by time_period

)

select summed.time_period, summed.events, summed.of_courses, summed.of_terms, coalesce(register.events, 0) as in_register
from summed
left join register
    on register.time_period = summed.time_period
where summed.events <> coalesce(summed.of_courses, 0)
    or summed.events <> coalesce(summed.of_terms, 0)
    or summed.events <> coalesce(register.events, 0)
