-- One row per return that is owed and of which a submission was accepted: what came first, and what came last.
--
-- The first delivery of a whole register since a stretch began tells of it; later ones tell of later stretches.
with pair as (    -- what was accepted, with what it answers

    select
        due.return_due_key,
        delivery.submission_key,
        delivery.received_at,
        delivery.received_on,
        delivery.arrival,
        delivery.state,
        delivery.times_told
    from core.fact_return_due as due
    join core.fact_return_delivery as delivery
        on delivery.return_name = due.return_name
        and delivery.period = due.period
        and coalesce(due.laestab, -2) = case when due.laestab is null then -2 else delivery.laestab end
    where delivery.is_accepted

    union all

    select
        due.return_due_key,
        delivery.submission_key,
        delivery.received_at,
        delivery.received_on,
        delivery.arrival,
        delivery.state,
        delivery.times_told
    from core.fact_return_due as due
    join core.fact_return_delivery as delivery
        on delivery.return_name = due.return_name
        and delivery.period is null
        and delivery.received_on >= due.period_start
    where delivery.is_accepted
        and due.laestab is null
    qualify row_number() over (partition by due.return_due_key order by delivery.received_at, delivery.arrival) = 1

),

placed as (

    select
        pair.*,
        row_number() over (partition by return_due_key order by received_at, arrival) as nth,
        row_number() over (partition by return_due_key order by received_at desc, arrival desc) as nth_last
    from pair

)

select
    return_due_key,
    max(case when nth = 1 then received_at end) as received_at,
    max(case when nth = 1 then received_on end) as received_on,
    max(case when nth_last = 1 then submission_key end) as submission_key,
    max(case when nth_last = 1 then state end) as state,
    max(times_told) as submission_count
from placed
group by return_due_key
