-- One row per school, change of its policy or signing of the charter, and measure: the term that it met beside that of the year before.
--
-- What a change did nobody can tell from two terms of one school: the change of the authority stands beside it, and the difference of the two.
-- A term that still runs is compared with none, and a small base is told. Training is the last before the change.
with side as (

    select
        laestab,
        event,
        event_date,
        time_period,
        time_identifier,
        measure_code,
        max(case when side = 'pre_value' then amount end) as pre_value,
        max(case when side = 'pre_value' then amount_status end) as pre_status,
        max(case when side = 'pre_value' then preferred_source end) as pre_source,
        max(case when side = 'post_value' then amount end) as post_value,
        max(case when side = 'post_value' then amount_status end) as post_status,
        max(case when side = 'post_value' then preferred_source end) as post_source,
        max(case when side = 'post_value' then data_status end) as post_data_status,
        max(case when side = 'rate_pre' then amount end) as rate_pre,
        max(case when side = 'rate_pre' then amount_status end) as rate_pre_status,
        max(case when side = 'rate_post' then amount end) as rate_post,
        max(case when side = 'rate_post' then amount_status end) as rate_post_status,
        max(case when side = 'la_pre' then amount end) as la_pre,
        max(case when side = 'la_post' then amount end) as la_post
    from mart.mart_policy_impact__part
    group by laestab, event, event_date, time_period, time_identifier, measure_code

),

trained as (

    select side.laestab, side.event, side.event_date, max(training.event_date) as training_date
    from (select laestab, event, event_date from side group by laestab, event, event_date) as side
    join core.fact_policy_event as training
        on training.laestab = side.laestab
        and training.event = 'TRAINED'
        and training.event_date <= side.event_date
    group by side.laestab, side.event, side.event_date

),

compared as (    -- in tenths, as days are told in halves

    select
        side.*,
        period.is_closed,
        least(period.window_end, as_of_date()) as known_to,
        case when period.is_closed then post_value - pre_value end as change_abs,
        case when period.is_closed then rate(cast(10 * (post_value - pre_value) as bigint), cast(10 * pre_value as bigint)) end as change_pct,
        case when period.is_closed then rate(cast(10 * (la_post - la_pre) as bigint), cast(10 * la_pre as bigint)) end as la_change_pct,
        case
            when post_status is distinct from 'ok' then coalesce(post_status, 'x')
            when pre_status is distinct from 'ok' then coalesce(pre_status, 'x')
            when not period.is_closed then 'x'
            else 'ok'
        end as change_status
    from side
    join core.dim_academic_period as period
        on period.time_period = side.time_period
        and period.time_identifier = side.time_identifier

),

school as (    -- as it was on the day of the change, or when it opened

    select compared.laestab, compared.event_date, version.urn, version.school_name, version.education_phase
    from (select laestab, event_date from compared group by laestab, event_date) as compared
    join core.dim_school as version
        on version.laestab = compared.laestab
    qualify row_number() over (
        partition by compared.laestab, compared.event_date
        order by case when compared.event_date between version.valid_from and version.valid_to then 0 else 1 end, version.valid_from desc,
            version.urn desc) = 1

)

select
    authority.la_code,
    authority.la_name,
    compared.time_period,
    compared.time_identifier,
    compared.known_to as as_at_date,
    coalesce(compared.post_source, 'notices') as preferred_source,
    coalesce(compared.post_data_status, case when compared.is_closed then 'provisional' else 'year_to_date' end) as data_status,
    compared.laestab,
    school.urn,
    school.school_name,
    school.education_phase,
    compared.event,
    compared.event_date,
    trained.training_date,
    compared.measure_code,
    measure.measure_name,
    measure.unit,
    compared.time_identifier || ' ' || year_label(compared.time_period - 101) as pre_period,
    cast(compared.pre_value as double) as pre_value,
    coalesce(compared.pre_status, 'x') as pre_value_status,
    compared.time_identifier || ' ' || year_label(compared.time_period) as post_period,
    cast(compared.post_value as double) as post_value,
    coalesce(compared.post_status, 'x') as post_value_status,
    cast(compared.change_abs as double) as change_abs,
    compared.change_status as change_abs_status,
    compared.change_pct,
    case when compared.change_status = 'ok' and compared.change_pct is null then 'z' else compared.change_status end as change_pct_status,
    cast(compared.rate_pre as double) as rate_pre,
    coalesce(compared.rate_pre_status, 'x') as rate_pre_status,
    cast(compared.rate_post as double) as rate_post,
    coalesce(compared.rate_post_status, 'x') as rate_post_status,
    compared.la_change_pct,
    case when compared.la_change_pct is not null then 'ok' when compared.la_pre = 0 and compared.is_closed then 'z' else 'x' end
        as la_change_pct_status,
    case when compared.change_pct is not null and compared.la_change_pct is not null
        then round(compared.change_pct - compared.la_change_pct, 5) end as difference_pp,
    case
        when compared.change_status <> 'ok' then compared.change_status
        when compared.change_pct is null then 'z'
        when compared.la_change_pct is null then 'x'
        else 'ok'
    end as difference_pp_status,
    nullif(concat_ws('; ',
        case when not compared.is_closed then 'the term still runs' end,
        case when compared.change_status = 'ok' and compared.pre_source <> compared.post_source then 'one side is of the census, the other of notices' end,
        case when compared.pre_value < 10 then 'fewer than ten before: a percentage says little' end), '') as n_note
from compared
join core.dim_local_authority as authority
    on authority.is_home_la
join core.dim_measure as measure
    on measure.measure_code = compared.measure_code
    and measure.is_current
left join school
    on school.laestab = compared.laestab
    and school.event_date = compared.event_date
left join trained
    on trained.laestab = compared.laestab
    and trained.event = compared.event
    and trained.event_date = compared.event_date
