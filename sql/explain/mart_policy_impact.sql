-- One row per row of the mart, column, and figure of the school or the authority that the column is made of.
with column_of (mart_column, side) as (

    values ('pre_value', 'pre_value'), ('post_value', 'post_value'), ('rate_pre', 'rate_pre'), ('rate_post', 'rate_post'),
        ('change_abs', 'pre_value'), ('change_abs', 'post_value'), ('change_pct', 'pre_value'), ('change_pct', 'post_value'),
        ('la_change_pct', 'la_pre'), ('la_change_pct', 'la_post')

),

listed as (

    select
        mart.laestab,
        mart.event,
        mart.event_date,
        mart.measure_code,
        mart.time_period,
        mart.time_identifier,
        column_of.mart_column,
        column_of.side,
        mart.data_status,
        part.amount,
        part.fact,
        part.fact_key
    from mart.mart_policy_impact as mart
    cross join column_of
    left join mart.mart_policy_impact__part as part
        on part.laestab = mart.laestab
        and part.event = mart.event
        and part.event_date = mart.event_date
        and part.measure_code = mart.measure_code
        and part.side = column_of.side
        and part.amount is not null

),

sided as (

    select
        listed.*,
        max(case when side in ('pre_value', 'rate_pre', 'la_pre') then amount end) over one as before,
        max(case when side in ('post_value', 'rate_post', 'la_post') then amount end) over one as after
    from listed
    window one as (partition by laestab, event, event_date, measure_code, mart_column)

)

select
    laestab,
    event,
    event_date,
    measure_code,
    time_period,
    time_identifier,
    mart_column,
    side as part,
    amount,
    fact,
    fact_key,
    case
        when mart_column in ('pre_value', 'rate_pre') then cast(cast(before as double) as varchar)
        when mart_column in ('post_value', 'rate_post') then cast(cast(after as double) as varchar)
        when data_status = 'year_to_date' then null
        when mart_column = 'change_abs' then cast(cast(after - before as double) as varchar)
        else cast(rate(cast(10 * (after - before) as bigint), cast(10 * before as bigint)) as varchar)
    end as recomputed
from sided
