-- One row per school and academic year that owes any return: how many were due, and what came of them.
--
-- The authority's own returns are a row without a school. Due is what was due by the as-of, or has come before; what came with the
-- first delivery of its return is neither late nor on time.
select
    la_code,
    la_name,
    time_period,
    laestab,
    max(urn) as urn,
    max(school_name) as school_name,
    cast(count(case when state <> 'NOT_DUE' then 1 end) as integer) as due,
    cast(count(received_at) as integer) as received,
    cast(count(case when state = 'LATE' then 1 end) as integer) as late,
    cast(count(case when is_overdue then 1 end) as integer) as overdue,
    cast(count(case when submission_count > 1 then 1 end) as integer) as resubmitted,
    rate(count(received_at), count(case when state <> 'NOT_DUE' then 1 end)) as reporting_rate,
    case when count(case when state <> 'NOT_DUE' then 1 end) > 0 then 'ok' else 'z' end as reporting_rate_status,
    rate(
        count(case when received_at is not null and state <> 'LATE' and not is_history then 1 end),
        count(case when state <> 'NOT_DUE' and not is_history and (received_at is not null or is_overdue) then 1 end)) as on_time_rate,
    case
        when count(case when state <> 'NOT_DUE' and not is_history and (received_at is not null or is_overdue) then 1 end) > 0 then 'ok'
        else 'z'
    end as on_time_rate_status
from mart.mart_returns_register
group by la_code, la_name, time_period, laestab
