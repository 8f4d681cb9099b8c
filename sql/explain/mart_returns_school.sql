-- One row per row of the mart, figure, and return that was due which it counts; of a rate those that it divides by.
with judged as (

    select
        register.time_period,
        register.laestab,
        due.return_due_key,
        register.received_at is not null as is_received,
        register.received_at is not null and register.state <> 'LATE' as is_on_time,
        register.state <> 'NOT_DUE' as was_due,
        register.state <> 'NOT_DUE' and not register.is_history and (register.received_at is not null or register.is_overdue) as is_timed,
        register.state = 'LATE' as is_late,
        register.is_overdue,
        register.submission_count > 1 as is_resubmitted
    from mart.mart_returns_register as register
    join core.fact_return_due as due
        on due.return_name = register.return_name
        and due.laestab is not distinct from register.laestab
        and due.period = register.period

),

shown as (

    select
        judged.*,
        column_of.mart_column,
        case column_of.mart_column
            when 'received' then is_received
            when 'late' then is_late
            when 'overdue' then is_overdue
            when 'resubmitted' then is_resubmitted
            when 'on_time_rate' then is_timed
            else was_due
        end as is_listed,
        case column_of.mart_column
            when 'reporting_rate' then was_due and is_received
            when 'on_time_rate' then is_timed and is_on_time
        end as is_numerator
    from judged
    cross join (values ('due'), ('received'), ('late'), ('overdue'), ('resubmitted'), ('reporting_rate'), ('on_time_rate')) as column_of (mart_column)

)

select
    time_period,
    laestab,
    mart_column,
    mart_column as part,
    case when is_listed and is_numerator is distinct from false then 1 else 0 end as amount,
    'core.fact_return_due' as fact,
    case when is_listed then return_due_key end as fact_key,
    case
        when ends_with(mart_column, '_rate')
            then cast(rate(count(case when is_numerator then 1 end) over row_column, count(case when is_listed then 1 end) over row_column) as varchar)
        else cast(count(case when is_listed then 1 end) over row_column as varchar)
    end as recomputed
from shown
window row_column as (partition by time_period, laestab, mart_column)
