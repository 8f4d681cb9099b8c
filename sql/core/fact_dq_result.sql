-- One row per rejected row of a submission and reason for which it was rejected, and whether it is open: not told again since.
--
-- A row is closed once a later submission is live for what it tells of, or has told it again and was rejected for itself. Where it does
-- not say what it tells of, all that its submission has told of that school must have been told again.
with reason as (

    select distinct * from staged.rejected_row

),

replaced as (    -- rows that do not say what they tell of, of submissions that are live for nothing of that school any more

    select reason.submission_key, reason.laestab
    from reason
    where reason.scope_key is null
        and exists (
            select 1
            from core.fact_return_delivery as delivery
            where delivery.submission_key = reason.submission_key
                and delivery.is_accepted
                and coalesce(delivery.laestab, reason.laestab, -2) = coalesce(reason.laestab, delivery.laestab, -2))
        and not exists (
            select 1
            from staged.scope_owner as owner
            where owner.submission_key = reason.submission_key
                and coalesce(owner.laestab, reason.laestab, -2) = coalesce(reason.laestab, owner.laestab, -2))
    group by reason.submission_key, reason.laestab

),

followed as (

    select
        reason.*,
        case
            when reason.scope_key is null then replaced.submission_key is not null
            else coalesce(owner.received_at > reason.received_at or owner.received_at = reason.received_at and owner.arrival > reason.arrival, false)
        end as is_told_again
    from reason
    left join staged.scope_owner as owner
        on owner.return_name = reason.return_name
        and owner.scope_key = reason.scope_key
    left join replaced
        on replaced.submission_key = reason.submission_key
        and replaced.laestab is not distinct from reason.laestab

),

judged as (    -- of rows that tell of the same and are rejected again and again the last are to be mended

    select
        followed.*,
        not is_told_again and (scope_key is null or submission_key = first_value(submission_key) over (
            partition by return_name, table_name, scope_key order by is_told_again, received_at desc, arrival desc)) as is_open
    from followed

)

select
    stable_key(cast(judged.submission_key as varchar), judged.table_name, judged.source_line, judged.rule, judged.column_name) as dq_result_key,
    judged.return_name,
    judged.table_name,
    judged.rule,
    'error' as severity,
    judged.column_name,
    judged.laestab,
    case when judged.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    london_date(judged.received_at) as received_on,
    judged.is_open,
    judged.submission_key,
    judged.source_line
from judged
left join core.dim_school as school
    on school.laestab = judged.laestab
    and london_date(judged.received_at) between school.valid_from and school.valid_to
