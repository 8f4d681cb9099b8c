-- One row per cohort, academic year in which its cases began, and all pupils, a band of year groups or a group: who came back.
--
-- The median is of cases that returned: the fewest school days that half of them did not exceed.
with cell as (

    select *
    from figure.reintegration
    where measure_code = 'reintegration_cases'    -- a cell has one row a measure

),

ranked as (

    select
        academic_year(start_date) as time_period,
        cohort,
        return_days,
        row_number() over (partition by academic_year(start_date), cohort order by return_days, fact_key) as nth,
        count(*) over (partition by academic_year(start_date), cohort) as cases
    from part.reintegration__case
    where is_returned
        and return_days is not null

),

median as (

    select time_period, cohort, min(case when 2 * nth >= cases then return_days end) as days
    from ranked
    group by time_period, cohort

)

select
    authority.la_code,
    authority.la_name,
    cell.time_period,
    cell.time_identifier,
    cell.as_at_date,
    cell.preferred_source,
    cell.data_status,
    cell.scope_code as cohort,
    case cell.scope_code
        when 'EXCLUDED' then 'Permanently excluded'
        when 'IN_AP' then 'Placed in alternative provision'
        when 'AT_RISK' then 'Placed while at risk of exclusion'
        when 'MANAGED_MOVE' then 'Managed moves'
    end as cohort_name,
    cell.breakdown_topic,
    cell.breakdown,
    cast(median.days as integer) as median_days,
    case when median.days is null then 'z' else 'ok' end as median_days_status,
    cell.cell_key
from cell
join core.dim_local_authority as authority
    on authority.is_home_la
left join median
    on cell.breakdown_topic = 'Total'
    and median.time_period = cell.time_period
    and median.cohort = cell.scope_code
