-- One row per submission, school and stretch of time of which it tells.
--
-- Two files may tell of one stretch without one replacing the other, as budget and outturn do: how often it was told is counted by scope.
-- Of a return that is replaced in part the scopes say both. Any other delivery tells of the whole return: it has neither, and one
-- whose content was live already says that nothing has changed. What was refused or rejected whole has no scopes; the name of its file
-- may have a LAESTAB and a day.
with numbered as (

    select
        scope.*,
        row_number() over (partition by return_name, scope order by received_at, arrival) as times_told
    from staged.arrival_scope as scope

),

scope_value as (

    select
        scope.submission_key,
        scope.scope,
        scope.times_told,
        place.column_name,
        nullif(split_part(scope.scope, '|', place.position), '') as value
    from numbered as scope
    join config.return_scope as place
        on place.return_name = scope.return_name

),

scope_column as (

    select
        submission_key,
        scope,
        max(times_told) as times_told,
        max(case when column_name = 'laestab' then value end) as laestab,
        max(case when column_name in ('attendance_date', 'week') then value end) as first_day,
        max(case when column_name in ('academic_year', 'time_period') then value end) as academic_year,
        max(case when column_name = 'census_term' then value end) as census_term,
        max(case when column_name = 'financial_year' then value end) as financial_year,
        max(case when column_name = 'quarter' then value end) as quarter,
        max(case when column_name = 'month' then value end) as month
    from scope_value
    group by submission_key, scope

),

answer as (

    select
        submission_key,
        times_told,
        try_cast(laestab as integer) as laestab,
        coalesce(
            first_day,
            academic_year || '-' || census_term,
            academic_year,
            financial_year || '-Q' || quarter,
            financial_year || '-' || lpad(month, 2, '0'),
            financial_year) as period,
        cast(null as date) as named_day
    from scope_column

    union all

    select arrival.submission_key, 1, null, null, null
    from staged.arrival as arrival
    join config.return_cadence as cadence
        on cadence.return_name = arrival.return_name
        and cadence.kind <> 'PART'
    where arrival.state in ('accepted', 'accepted_with_queries', 'duplicate')

    union all

    select
        submission_key,
        1,
        try_cast(nullif(regexp_extract(file_name, '(^|[^0-9])([0-9]{7})([^0-9]|$)', 2), '') as integer),
        null,
        try_cast(nullif(regexp_extract(file_name, '([0-9]{4}-[0-9]{2}-[0-9]{2})', 1), '') as date)
    from staged.arrival
    where state in ('rejected', 'refused')

)

select
    stable_key(answer.submission_key, answer.laestab, answer.period) as return_delivery_key,
    arrival.return_name,
    answer.laestab,
    answer.period,
    answer.named_day,
    arrival.received_at,
    london_date(arrival.received_at) as received_on,
    arrival.arrival,
    arrival.state,
    arrival.state not in ('rejected', 'refused') as is_accepted,
    cast(answer.times_told as integer) as times_told,
    arrival.submission_key
from (
    select submission_key, laestab, period, named_day, max(times_told) as times_told
    from answer
    group by submission_key, laestab, period, named_day
) as answer
join staged.arrival as arrival
    on arrival.submission_key = answer.submission_key
