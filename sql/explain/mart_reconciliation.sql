-- One row per row of the mart, figure, and exclusion behind it; of the rate those that it divides by.
with place as (

    select
        level.geographic_level,
        case when level.geographic_level = 'School' then event.laestab end as laestab,
        event.category,
        event.time_period,
        period.time_identifier,
        event.notice_key,
        event.census_key,
        event.found_in,
        event.difference_class,
        event.is_counted
    from mart.mart_reconciliation__event as event
    join core.dim_academic_period as period
        on period.time_period = event.time_period
        and (period.term = event.term or period.term is null)
    cross join (values ('School'), ('Local authority')) as level (geographic_level)

),

shown as (

    select
        place.*,
        column_of.mart_column,
        case when column_of.mart_column = 'census' then census_key else coalesce(notice_key, census_key) end as exclusion_key,
        case column_of.mart_column
            when 'census' then census_key is not null
            when 'notice' then notice_key is not null
            when 'counted' then is_counted
            when 'difference' then found_in in ('CENSUS_ONLY', 'NOTICE_ONLY')
            when 'match_rate' then found_in <> 'NOT_COLLECTED'
            when 'matched' then found_in = 'MATCHED'
            when 'census_only' then found_in = 'CENSUS_ONLY'
            when 'notice_only' then found_in = 'NOTICE_ONLY'
            when 'not_collected' then found_in = 'NOT_COLLECTED'
            else coalesce(difference_class = upper(column_of.mart_column), false)
        end as is_listed,
        case
            when column_of.mart_column = 'difference' and found_in = 'CENSUS_ONLY' then -1
            when column_of.mart_column = 'match_rate' and found_in <> 'MATCHED' then 0
            else 1
        end as worth
    from place
    cross join (
        values ('census'), ('notice'), ('matched'), ('census_only'), ('notice_only'), ('not_collected'), ('difference'), ('late_notice'),
            ('lunchtime'), ('other_category'), ('left_school'), ('overturned'), ('not_found'), ('match_rate'), ('counted')) as column_of (mart_column)

)

select
    geographic_level,
    laestab,
    category,
    time_period,
    time_identifier,
    mart_column,
    mart_column as part,
    case when is_listed then worth else 0 end as amount,
    'core.fact_exclusion' as fact,
    case when is_listed then exclusion_key end as fact_key,
    case
        when mart_column = 'match_rate'
            then cast(rate(sum(case when is_listed then worth else 0 end) over row_column, count(case when is_listed then 1 end) over row_column) as varchar)
        else cast(sum(case when is_listed then worth else 0 end) over row_column as varchar)
    end as recomputed
from shown
window row_column as (partition by geographic_level, laestab, category, time_period, time_identifier, mart_column)
