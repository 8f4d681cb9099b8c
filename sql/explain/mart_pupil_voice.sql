-- One row per row of the mart, figure, and consultation that it is made of; of a share those of which both numbers are told.
with consultation as (

    select
        voice.*,
        level.method as row_method,
        scope.is_all,
        case when scope.is_all then 'TOTAL' when voice.laestab is null then 'AUTHORITY' else 'SCHOOL' end as scope_type,
        case when scope.is_all then 'Total' else coalesce(cast(voice.laestab as varchar), cast(home.la_code as varchar)) end as scope_code
    from core.fact_pupil_voice as voice
    cross join (select la_code from core.dim_local_authority where is_home_la) as home
    cross join lateral (values ('Total'), (coalesce(voice.method, 'UNKNOWN'))) as level (method)
    cross join (values (true), (false)) as scope (is_all)
    where coalesce(voice.held_on <= as_of_date(), true)

),

listed as (

    select
        consultation.*,
        column_of.mart_column,
        case column_of.mart_column
            when 'sessions' then 1
            when 'affected_cohort' then affected_cohort
            when 'respondents' then respondents
            when 'feedback_pct' then case when affected_cohort is not null then respondents end
            when 'actions_raised' then actions_raised
            when 'actions_closed' then actions_closed
            when 'actions_closed_pct' then case when actions_raised is not null then actions_closed end
        end as amount,
        case column_of.mart_column
            when 'feedback_pct' then case when respondents is not null then affected_cohort end
            when 'actions_closed_pct' then case when actions_closed is not null then actions_raised end
        end as divisor
    from consultation
    cross join (values ('sessions'), ('affected_cohort'), ('respondents'), ('feedback_pct'), ('actions_raised'), ('actions_closed'),
        ('actions_closed_pct')) as column_of (mart_column)

)

select
    time_period,
    scope_type,
    scope_code,
    row_method as method,
    mart_column,
    mart_column as part,
    amount,
    'core.fact_pupil_voice' as fact,
    case when amount is not null then pupil_voice_key end as fact_key,
    case
        when mart_column like '%_pct' then cast(rate(sum(amount) over one, sum(divisor) over one) as varchar)
        else cast(sum(amount) over one as varchar)
    end as recomputed
from listed
window one as (partition by time_period, scope_type, scope_code, row_method, mart_column)
