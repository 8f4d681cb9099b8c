-- One row per row of the mart and case that returned, with its school days.
select
    mart.cohort,
    mart.breakdown_topic,
    mart.breakdown,
    mart.time_period,
    mart.time_identifier,
    'median_days' as mart_column,
    'return_days' as part,
    reintegration.return_days as amount,
    reintegration.fact,
    reintegration.fact_key,
    cast(list_sort(list(reintegration.return_days) over one)[cast(ceil(count(reintegration.fact_key) over one / 2) as integer)] as varchar) as recomputed
from mart.mart_reintegration as mart
left join part.reintegration__case as reintegration
    on mart.breakdown_topic = 'Total'
    and reintegration.is_returned
    and reintegration.return_days is not null
    and reintegration.cohort = mart.cohort
    and academic_year(reintegration.start_date) = mart.time_period
window one as (partition by mart.cohort, mart.breakdown_topic, mart.breakdown, mart.time_period, mart.time_identifier)
