-- One row per pupil who in the last week is in a cohort of mart_vulnerable_cohorts or at risk of exclusion: in which, and why.
--
-- For those who are to act, in the restricted tier alone.
with every_week as (select * from mart.mart_vulnerable_cohorts__week),    -- a view is planned anew wherever it is named

reason as (

    select
        spell.pupil_key,
        bool_or(spell.at_risk_by = 'SUSPENDED_TWICE') as is_suspended_twice,
        bool_or(spell.at_risk_by = 'ABSENT_AND_SUSPENDED') as is_absent_and_suspended,
        bool_or(spell.at_risk_by = 'WAS_IN_AP') as was_in_ap
    from every_week as week
    join mart.mart_vulnerable_cohorts__spell as spell
        on spell.cohort = 'AT_RISK'
        and week.as_at_date between spell.first_day and spell.last_day
    where week.is_current
    group by spell.pupil_key

),

pupil as (

    select
        week.time_period,
        week.week_commencing,
        week.as_at_date,
        member.pupil_key,
        member.neighbourhood,
        member.cohorts,
        member.is_not_full_time,
        member.is_at_risk,
        max(member.as_at_day - member.since_day) as longest_days,
        bool_or(member.cohort = 'EXCLUDED') as is_excluded,
        bool_or(member.cohort = 'FREQUENT_MOVER') as is_frequent_mover,
        bool_or(member.cohort = 'EHE') as is_home_educated,
        bool_or(member.cohort = 'NEW_AWAITING_PLACE') as is_awaiting_place,
        bool_or(member.cohort = 'IN_AP') as is_in_ap,
        bool_or(member.cohort = 'CME') as is_missing_education,
        bool_or(member.cohort = 'PTT') as is_part_time,
        bool_or(member.cohort = 'SEVERE_ABSENCE') as is_severely_absent,
        bool_or(member.cohort = 'EBSNA') as is_ebsna,
        bool_or(member.cohort = 'LAC') as is_looked_after,
        bool_or(member.cohort = 'SEMH') as is_semh
    from every_week as week
    join mart.mart_vulnerable_cohorts__member as member
        on member.week_commencing = week.week_commencing
    where week.is_current
    group by week.time_period, week.week_commencing, week.as_at_date, member.pupil_key, member.neighbourhood, member.cohorts,
        member.is_not_full_time, member.is_at_risk

)

select
    home.la_code,
    home.la_name,
    pupil.time_period,
    'Week' as time_identifier,
    pupil.week_commencing,
    pupil.as_at_date,
    pupil.pupil_key,
    pupil.neighbourhood,
    pupil.cohorts,
    pupil.is_not_full_time,
    pupil.is_at_risk,
    pupil.is_at_risk and reason.is_suspended_twice as is_suspended_twice,
    pupil.is_at_risk and reason.is_absent_and_suspended as is_absent_and_suspended,
    pupil.is_at_risk and reason.was_in_ap as was_in_ap,
    cast(pupil.longest_days as integer) as longest_days,
    pupil.is_excluded,
    pupil.is_frequent_mover,
    pupil.is_home_educated,
    pupil.is_awaiting_place,
    pupil.is_in_ap,
    pupil.is_missing_education,
    pupil.is_part_time,
    pupil.is_severely_absent,
    pupil.is_ebsna,
    pupil.is_looked_after,
    pupil.is_semh
from pupil
join core.dim_local_authority as home
    on home.is_home_la
left join reason
    on reason.pupil_key = pupil.pupil_key
