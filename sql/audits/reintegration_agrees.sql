-- Other permanent exclusions are followed than are counted
-- severity: FAIL
-- why: each permanent exclusion that counts is one case
-- matters: the rate of returns and the number of permanent exclusions stand side by side
-- resolve: a fault of the model: compare sql/parts/reintegration__case.sql with the permanent exclusions of the named year in core.fact_exclusion
with counted as (

    select academic_year(start_date) as time_period, count(*) as permanent
    from core.fact_exclusion
    where is_counted
        and category = 'PERM'
    group by academic_year(start_date)

)

select coalesce(mart.time_period, counted.time_period) as time_period
from (select time_period, cohort_n from mart.mart_reintegration where cohort = 'EXCLUDED' and breakdown_topic = 'Total') as mart
full join counted
    on counted.time_period = mart.time_period
where mart.cohort_n is distinct from counted.permanent
