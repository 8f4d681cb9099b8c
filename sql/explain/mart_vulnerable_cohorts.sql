-- One row per row of the mart, count, and fact that says of a pupil that it counts: of a pupil the first says so, the others add nothing.
with spoken as (

    select
        week.week_commencing,
        spell.cohort,
        spell.pupil_key,
        spell.fact,
        spell.fact_key
    from mart.mart_vulnerable_cohorts__week as week
    join mart.mart_vulnerable_cohorts__spell as spell
        on week.as_at_date between spell.first_day and spell.last_day

),

listed as (

    select
        member.week_commencing,
        level.geographic_level,
        case level.geographic_level when 'Local authority' then 'Total' else member.neighbourhood end as neighbourhood,
        member.cohort,
        column_of.mart_column,
        column_of.mart_column = 'not_full_time_count' and member.is_not_full_time is null as is_unknown,
        spoken.fact,
        spoken.fact_key,
        row_number() over (
            partition by member.week_commencing, level.geographic_level, member.cohort, column_of.mart_column, member.pupil_key
            order by spoken.fact, spoken.fact_key) as nth
    from mart.mart_vulnerable_cohorts__member as member
    cross join (values ('Local authority'), ('Neighbourhood')) as level (geographic_level)
    cross join (values ('pupils'), ('pupils_in_2plus_cohorts'), ('not_full_time_count'), ('at_risk')) as column_of (mart_column)
    join spoken
        on spoken.week_commencing = member.week_commencing
        and spoken.pupil_key = member.pupil_key
        and (spoken.cohort = member.cohort or member.cohort = 'Total' and spoken.cohort <> 'AT_RISK')
    where case column_of.mart_column
            when 'pupils' then true
            when 'pupils_in_2plus_cohorts' then member.cohorts > 1
            when 'not_full_time_count' then coalesce(member.is_not_full_time, true)
            else member.is_at_risk
        end

)

select
    mart.week_commencing,
    mart.geographic_level,
    mart.neighbourhood,
    mart.cohort,
    column_of.mart_column,
    column_of.mart_column as part,
    case when listed.nth = 1 and not listed.is_unknown then 1 else 0 end as amount,
    listed.fact,
    listed.fact_key,
    case when mart.is_known and not coalesce(bool_or(listed.is_unknown) over one, false)
        then cast(count(case when listed.nth = 1 then 1 end) over one as varchar) end as recomputed
from mart.mart_vulnerable_cohorts as mart
cross join (values ('pupils'), ('pupils_in_2plus_cohorts'), ('not_full_time_count'), ('at_risk')) as column_of (mart_column)
left join listed
    on listed.week_commencing = mart.week_commencing
    and listed.geographic_level = mart.geographic_level
    and listed.neighbourhood = mart.neighbourhood
    and listed.cohort = mart.cohort
    and listed.mart_column = column_of.mart_column
window one as (partition by mart.week_commencing, mart.geographic_level, mart.neighbourhood, mart.cohort, column_of.mart_column)
