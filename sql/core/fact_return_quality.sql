-- One row per judged submission and school that answers for rows of it; rows that name no school are one without.
with counted as (

    select
        submission_key,
        return_name,
        laestab,
        received_at,
        sum(row_count) as row_count,
        sum(rejected_count) as rejected_count,
        sum(flagged_count) as flagged_count,
        sum(query_count) as query_count,
        sum(value_count) as value_count
    from staged.arrival_school
    group by submission_key, return_name, laestab, received_at

),

open_row as (

    select submission_key, laestab, count(distinct table_name || ' ' || source_line) as open_count
    from core.fact_dq_result
    where is_open
    group by submission_key, laestab

)

select
    stable_key(cast(counted.submission_key as varchar), counted.laestab) as return_quality_key,
    counted.return_name,
    counted.laestab,
    case when counted.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    counted.received_at,
    london_date(counted.received_at) as received_on,
    cast(counted.row_count as bigint) as row_count,
    cast(counted.rejected_count as bigint) as rejected_count,
    cast(counted.flagged_count as bigint) as flagged_count,
    cast(counted.query_count as bigint) as query_count,
    cast(counted.value_count as bigint) as value_count,
    coalesce(open_row.open_count, 0) as open_count,
    counted.submission_key
from counted
left join open_row
    on open_row.submission_key = counted.submission_key
    and open_row.laestab is not distinct from counted.laestab
left join core.dim_school as school
    on school.laestab = counted.laestab
    and london_date(counted.received_at) between school.valid_from and school.valid_to
