-- One row per judged submission of a return and school that answers for rows of it; rows that name no school are one without.
--
-- A submission that names no stretch of time tells of the day on which it came. Clean are rows that were accepted and of which nothing was asked. Days are held against the last stretch of time of which the submission
-- tells and that was due; what came with the first delivery of its return, behind its day, is history.
with began as (

    select return_name, min(received_at) as received_at
    from core.fact_return_delivery
    where is_accepted
    group by return_name

),

timed as (

    select
        delivery.submission_key,
        delivery.laestab,
        min(received_day.day_number - due_day.day_number) as days_to_due,
        max(period.period_end) as latest_data_date
    from core.fact_return_delivery as delivery
    join config.return_cadence as cadence
        on cadence.return_name = delivery.return_name
    join core.fact_return_due__period as period
        on period.every = cadence.every
        and period.period = delivery.period
    join began
        on began.return_name = delivery.return_name
    left join core.dim_date as due_day
        on due_day.date = add_days(period.period_end, cadence.due_after_days)
        and (delivery.received_at > began.received_at or delivery.received_on <= due_day.date)
    left join core.dim_date as received_day
        on received_day.date = delivery.received_on
    where delivery.is_accepted
    group by delivery.submission_key, delivery.laestab

),

asked as (    -- of a school that answers for no row of the submission its sender is asked

    select query.submission_key, quality.laestab, count(*) as query_count
    from core.fact_dq_query as query
    left join core.fact_return_quality as quality
        on quality.submission_key = query.submission_key
        and quality.laestab = query.laestab
    group by query.submission_key, quality.laestab

)

select
    home.la_code,
    home.la_name,
    academic_year(quality.received_on) as time_period,
    quality.return_name,
    cadence.title as return_title,
    quality.laestab,
    school.urn,
    school.school_name,
    quality.submission_key,
    arrival.submission_id,
    quality.received_at,
    arrival.state,
    try_cast(quality.row_count as integer) as rows,    -- no file has more rows than an integer holds
    try_cast(quality.rejected_count as integer) as errors,
    try_cast(quality.query_count as integer) as queries,
    cast(coalesce(asked.query_count, 0) as integer) as build_queries,
    try_cast(quality.value_count as integer) as values_unknown,
    try_cast(quality.open_count as integer) as open_rejects,
    case when quality.open_count > 0 then cast(today.day_number - received_day.day_number as integer) end as days_open_max,
    rate(quality.row_count - quality.rejected_count, quality.row_count) as completeness_pct,
    case when quality.row_count > 0 then 'ok' else 'z' end as completeness_pct_status,
    cast(coalesce(timed.days_to_due, of_all.days_to_due) as integer) as timeliness_days,
    case
        when quality.row_count > quality.rejected_count
            then least(coalesce(timed.latest_data_date, of_all.latest_data_date, quality.received_on), quality.received_on)
    end as latest_data_date,
    rate(quality.row_count - quality.rejected_count - quality.flagged_count, quality.row_count) as dq_score,
    case when quality.row_count = 0 then 'z' when quality.flagged_count is null then 'x' else 'ok' end as dq_score_status
from core.fact_return_quality as quality
cross join (select la_code, la_name from core.dim_local_authority where is_home_la) as home
join staged.arrival as arrival
    on arrival.submission_key = quality.submission_key
join config.return_cadence as cadence
    on cadence.return_name = quality.return_name
left join timed
    on timed.submission_key = quality.submission_key
    and timed.laestab is not distinct from quality.laestab
left join timed as of_all
    on of_all.submission_key = quality.submission_key
    and of_all.laestab is null
left join asked
    on asked.submission_key = quality.submission_key
    and asked.laestab is not distinct from quality.laestab
left join core.dim_school as school
    on school.school_key = quality.school_key
    and quality.laestab is not null
left join core.dim_date as received_day
    on received_day.date = quality.received_on
join core.dim_date as today
    on today.date = as_of_date()
