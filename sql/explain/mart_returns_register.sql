-- One row per return that is owed and figure of it: the return that was due, with what its deliveries make of the figure.
with counted as (

    select
        due.*,
        came.received_at,
        came.received_on,
        coalesce(came.submission_count, 0) as submission_count,
        came.received_on > due.due_date and came.received_at = (
            select min(delivery.received_at)
            from core.fact_return_delivery as delivery
            where delivery.is_accepted and delivery.return_name = due.return_name) as is_history,
        (
            select count(distinct delivery.submission_key)
            from core.fact_return_delivery as delivery
            where not delivery.is_accepted
                and delivery.return_name = due.return_name
                and (delivery.laestab = due.laestab or delivery.laestab is null or due.laestab is null)
                and coalesce(delivery.named_day, delivery.received_on) >= due.period_start
                and coalesce(delivery.named_day, delivery.received_on)
                    <= case when delivery.named_day is null then due.due_date else due.period_end end) as declined_count
    from core.fact_return_due as due
    left join mart.mart_returns_register__came as came
        on came.return_due_key = due.return_due_key

)

select
    counted.return_name,
    counted.laestab,
    counted.period,
    column_of.mart_column,
    'due' as part,
    1 as amount,
    'core.fact_return_due' as fact,
    counted.return_due_key as fact_key,
    case column_of.mart_column
        when 'submission_count' then cast(counted.submission_count as varchar)
        when 'declined_count' then cast(counted.declined_count as varchar)
        when 'days_late' then case
            when not coalesce(counted.is_history, false)
                then cast(greatest(0, coalesce(counted.received_on, as_of_date()) - counted.due_date) as varchar)
        end
    end as recomputed
from counted
cross join (values ('days_late'), ('submission_count'), ('declined_count')) as column_of (mart_column)
