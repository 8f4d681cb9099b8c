-- One row per change of a school's policy, measure, side of the comparison and figure that stands there.
--
-- A change counts from the term that it meets within two weeks of the first school day, else from the next one. Before it is the same
-- term of the year before. Where term dates are not known, autumn begins on 1 September and other terms with their window.
with event as (    -- a change that is told twice on a day is one

    select policy.laestab, policy.event, policy.event_date, home.la_code
    from core.fact_policy_event as policy
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(policy.laestab / 10000) as integer)
    where policy.event in ('POLICY_CHANGE', 'CHARTER_SIGNED')
        and policy.event_date <= as_of_date()
    group by policy.laestab, policy.event, policy.event_date, home.la_code

),

first_day as (

    select time_period, term, min(date) as date
    from core.dim_date
    where is_school_day
    group by time_period, term

),

met as (

    select event.*, period.time_period, period.time_identifier
    from event
    join core.dim_academic_period as period
        on period.term is not null
    left join first_day
        on first_day.time_period = period.time_period
        and first_day.term = period.term
    where event.event_date <= coalesce(first_day.date, case period.term when 'AUT' then period.window_start + 31 else period.window_start end) + 14
    qualify row_number() over (
        partition by event.laestab, event.event, event.event_date order by period.window_start) = 1

)

select
    met.laestab,
    met.event,
    met.event_date,
    met.time_period,
    met.time_identifier,
    named.measure_code,
    named.side,
    try_cast(figure.value as decimal(18, 6)) as amount,
    figure.status as amount_status,
    figure.as_at_date,
    figure.preferred_source,
    figure.data_status,
    'mart.figure' as fact,
    stable_key(figure.measure_code, figure.cell_key) as fact_key
from met
cross join (values
    ('suspension', 'pre_value', 'suspension'), ('suspension', 'post_value', 'suspension'), ('suspension', 'rate_pre', 'susp_rate'),
    ('suspension', 'rate_post', 'susp_rate'), ('suspension', 'la_pre', 'suspension'), ('suspension', 'la_post', 'suspension'),
    ('perm_excl', 'pre_value', 'perm_excl'), ('perm_excl', 'post_value', 'perm_excl'), ('perm_excl', 'rate_pre', 'perm_excl_rate'),
    ('perm_excl', 'rate_post', 'perm_excl_rate'), ('perm_excl', 'la_pre', 'perm_excl'), ('perm_excl', 'la_post', 'perm_excl'),
    ('one_plus_susp', 'pre_value', 'one_plus_susp'), ('one_plus_susp', 'post_value', 'one_plus_susp'),
    ('one_plus_susp', 'rate_pre', 'one_plus_susp_rate'), ('one_plus_susp', 'rate_post', 'one_plus_susp_rate'),
    ('one_plus_susp', 'la_pre', 'one_plus_susp'), ('one_plus_susp', 'la_post', 'one_plus_susp'),
    ('days_lost_exact', 'pre_value', 'days_lost_exact'), ('days_lost_exact', 'post_value', 'days_lost_exact'),
    ('days_lost_exact', 'rate_pre', 'days_lost_per_100_pupils'), ('days_lost_exact', 'rate_post', 'days_lost_per_100_pupils'),
    ('days_lost_exact', 'la_pre', 'days_lost_exact'), ('days_lost_exact', 'la_post', 'days_lost_exact'))
    as named (measure_code, side, figure_code)
left join figure.exclusion as figure
    on figure.measure_code = named.figure_code
    and figure.geographic_level = case when named.side like 'la%' then 'Local authority' else 'School' end
    and figure.area_code = cast(case when named.side like 'la%' then met.la_code else met.laestab end as varchar)
    and figure.time_period = case when named.side like '%pre%' then met.time_period - 101 else met.time_period end
    and figure.time_identifier = met.time_identifier
    and figure.phase_type_grouping = 'Total'
    and figure.breakdown_topic = 'Total'
