-- One row per academic year, what was asked of (the authority or a school), and method: who was asked, who answered, what came of it.
--
-- The register tells of each consultation how many children it is about and how many answered, and names nobody: who was asked twice
-- counts twice. Total stands for all methods, and for the whole authority with its schools. An answer counts in the share where both
-- numbers are told; actions too.
with consultation as (

    select
        voice.*,
        case when voice.laestab is null then 'AUTHORITY' else 'SCHOOL' end as scope_type,
        cast(voice.laestab as varchar) as scope_code,
        voice.affected_cohort is not null and voice.respondents is not null as is_answered,
        voice.actions_raised is not null and voice.actions_closed is not null as is_followed
    from core.fact_pupil_voice as voice
    where coalesce(voice.held_on <= as_of_date(), true)

),

counted as (

    select
        consultation.time_period,
        coalesce(consultation.scope_type, 'TOTAL') as scope_type,
        consultation.scope_code,
        coalesce(level.method, 'Total') as method,
        count(*) as sessions,
        max(consultation.held_on) as last_held_on,
        sum(consultation.affected_cohort) as affected_cohort,
        sum(consultation.respondents) as respondents,
        sum(case when consultation.is_answered then consultation.affected_cohort end) as asked,
        sum(case when consultation.is_answered then consultation.respondents end) as answered,
        sum(consultation.actions_raised) as actions_raised,
        sum(consultation.actions_closed) as actions_closed,
        sum(case when consultation.is_followed then consultation.actions_raised end) as raised,
        sum(case when consultation.is_followed then consultation.actions_closed end) as closed
    from consultation
    cross join lateral (values ('Total'), (coalesce(consultation.method, 'UNKNOWN'))) as level (method)
    group by grouping sets (
        (consultation.time_period, level.method),
        (consultation.time_period, consultation.scope_type, consultation.scope_code, level.method))

)

select
    home.la_code,
    home.la_name,
    counted.time_period,
    'Academic year' as time_identifier,
    least(period.window_end, as_of_date()) as as_at_date,
    'register' as preferred_source,
    case when period.is_closed then 'provisional' else 'year_to_date' end as data_status,
    counted.scope_type,
    case counted.scope_type when 'TOTAL' then 'Total' when 'AUTHORITY' then cast(home.la_code as varchar) else counted.scope_code end as scope_code,
    case counted.scope_type
        when 'TOTAL' then 'All consultations'
        when 'AUTHORITY' then home.la_name
        else coalesce(school.school_name, counted.scope_code)
    end as scope_title,
    counted.method,
    cast(counted.sessions as integer) as sessions,
    counted.last_held_on,
    cast(counted.affected_cohort as integer) as affected_cohort,
    cast(counted.respondents as integer) as respondents,
    rate(counted.answered, counted.asked) as feedback_pct,
    case when counted.asked > 0 then 'ok' when counted.asked is null then 'x' else 'z' end as feedback_pct_status,
    cast(counted.actions_raised as integer) as actions_raised,
    cast(counted.actions_closed as integer) as actions_closed,
    rate(counted.closed, counted.raised) as actions_closed_pct,
    case when counted.raised > 0 then 'ok' when counted.raised is null then 'x' else 'z' end as actions_closed_pct_status
from counted
cross join (select la_code, la_name from core.dim_local_authority where is_home_la) as home
join core.dim_academic_period as period
    on period.time_period = counted.time_period
    and period.term is null
left join (
    select laestab, arg_max(school_name, valid_from) as school_name
    from core.dim_school
    where is_current
    group by laestab
) as school
    on cast(school.laestab as varchar) = counted.scope_code
