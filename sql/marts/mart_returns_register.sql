-- One row per return, stretch of time and school that owes it: what came of it, and when.
--
-- What came first is held against the day on which it was due. With the first delivery of a return its history comes, of years perhaps:
-- nobody calls that late, nor on time. What was refused or rejected answers for the stretch of which its file's name has a day, else for
-- those that were owed when it came.
with declined as (

    select due.return_due_key, count(distinct delivery.submission_key) as declined_count, max(delivery.submission_key) as submission_key
    from core.fact_return_due as due
    join core.fact_return_delivery as delivery
        on delivery.return_name = due.return_name
        and coalesce(delivery.laestab, due.laestab, -2) = coalesce(due.laestab, delivery.laestab, -2)
        and coalesce(delivery.named_day, delivery.received_on) >= due.period_start
        and coalesce(delivery.named_day, delivery.received_on) <= case when delivery.named_day is null then due.due_date else due.period_end end
    where not delivery.is_accepted
    group by due.return_due_key

),

began as (

    select return_name, min(received_at) as received_at
    from core.fact_return_delivery
    where is_accepted
    group by return_name

),

judged as (

    select
        due.*,
        came.received_at,
        coalesce(came.submission_key, declined.submission_key) as submission_key,
        coalesce(came.submission_count, 0) as submission_count,
        coalesce(declined.declined_count, 0) as declined_count,
        came.return_due_key is not null as is_received,
        coalesce(came.state = 'accepted_with_queries', false) as has_queries,
        coalesce(came.received_at = began.received_at and came.received_on > due.due_date, false) as is_history,
        coalesce(came.received_on, as_of_date()) > due.due_date as is_past_due,
        coalesce(came.received_on, as_of_date()) as reached
    from core.fact_return_due as due
    left join mart.mart_returns_register__came as came
        on came.return_due_key = due.return_due_key
    left join declined
        on declined.return_due_key = due.return_due_key
    left join began
        on began.return_name = due.return_name

)

select
    home.la_code,
    home.la_name,
    judged.time_period,
    judged.return_name,
    cadence.title as return_title,
    judged.laestab,
    school.urn,
    school.school_name,
    judged.period,
    judged.period_start,
    judged.period_end,
    judged.due_date,
    judged.received_at,
    case
        when judged.is_received and judged.is_past_due and not judged.is_history then 'LATE'
        when judged.submission_count > 1 then 'RESUBMITTED'
        when judged.has_queries then 'QUERIES'
        when judged.is_received then 'RECEIVED'
        when judged.declined_count > 0 then 'REJECTED'
        when judged.is_past_due then 'MISSING'
        else 'NOT_DUE'
    end as state,
    not judged.is_received and judged.is_past_due as is_overdue,
    judged.is_history,
    case when not judged.is_history then greatest(0, cast(reached_day.day_number - due_day.day_number as integer)) end as days_late,
    cast(judged.submission_count as integer) as submission_count,
    cast(judged.declined_count as integer) as declined_count,
    judged.has_queries,
    judged.submission_key
from judged
cross join (select la_code, la_name from core.dim_local_authority where is_home_la) as home
join config.return_cadence as cadence
    on cadence.return_name = judged.return_name
left join core.dim_school as school
    on school.school_key = judged.school_key
    and judged.laestab is not null
left join core.dim_date as due_day
    on due_day.date = judged.due_date
left join core.dim_date as reached_day
    on reached_day.date = judged.reached
