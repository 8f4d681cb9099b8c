-- One row per cohort, pupil and stretch of days for which its source says that the pupil belongs to it.
--
-- `since` is the day on which it began, for what begins on a day. Alternative provision is a placement that the register tells of, a place on
-- the roll of a school of alternative provision, or a mark of teaching that the authority has arranged elsewhere (K). EBSNA begins with the
-- referral, and without support ends with it where an outcome is told. SEMH is the primary need of a pupil with SEN support or a plan on the
-- roll of the last census. What nobody ends does so with compulsory school age, and being looked after with the month of the eighteenth birthday.
with placed as (

    select away.placement_key, away.pupil_key, away.start_date, away.end_date, away.home_laestab, fact.sessions_per_week
    from part.reintegration__placement as away
    join core.fact_placement as fact
        on fact.placement_key = away.placement_key

),

absent as (

    select absent.*, school.attendance_school_key as fact_key
    from mart.mart_vulnerable_cohorts__absent as absent
    left join core.fact_attendance_school as school
        on school.laestab = absent.laestab
        and school.week_commencing = absent.week_commencing
        and school.time_period = academic_year(absent.week_commencing)
        and school.breakdown_topic = 'Total'

),

registered as (

    select 'PTT' as cohort, pupil_key, start_date as first_day, coalesce(end_date, date '9999-12-31') as last_day, laestab,
        'core.fact_part_time_timetable' as fact, part_time_timetable_key as fact_key
    from core.fact_part_time_timetable
    where coalesce(sessions_offered_per_week < 10, true)

    union all

    select 'EBSNA', pupil_key, coalesce(referral_date, support_start_date),
        coalesce(support_end_date, case when outcome is not null and support_start_date is null then referral_date end, date '9999-12-31'), laestab,
        'core.fact_ebsna_episode', ebsna_episode_key
    from core.fact_ebsna_episode

),

stretch as (

    select cohort, pupil_key, first_day, last_day, first_day as since, laestab, cast(null as integer) as sessions,
        cast(null as varchar) as at_risk_by, fact, fact_key
    from mart.mart_vulnerable_cohorts__out

    union all

    select cohort, pupil_key, first_day, last_day, first_day, laestab, null, null, fact, fact_key
    from registered

    union all

    select 'IN_AP', pupil_key, start_date, coalesce(end_date, date '9999-12-31'), start_date, home_laestab, coalesce(sessions_per_week, 10), null,
        'core.fact_placement', placement_key
    from placed

    union all

    select 'IN_AP', roll.pupil_key, census.reference_date, census.last_day, roll.entry_date, roll.laestab, 10, null,
        'core.fact_pupil_census', roll.pupil_census_key
    from mart.mart_vulnerable_cohorts__census as census
    join core.fact_pupil_census as roll
        on roll.laestab = census.laestab
        and roll.time_period = census.time_period
        and roll.term = census.term
        and roll.is_on_roll
    join core.dim_school as school
        on school.school_key = roll.school_key
        and school.is_ap

    union all

    select 'IN_AP', pupil_key, week_commencing, add_days(week_commencing, 6), null, laestab, null, null,
        'core.fact_attendance_school', fact_key
    from absent
    where is_arranged_elsewhere

    union all

    select 'SEVERE_ABSENCE', pupil_key, week_commencing, add_days(week_commencing, 6), null, laestab, null, null,
        'core.fact_attendance_school', fact_key
    from absent
    where is_severe

    union all

    select 'FREQUENT_MOVER', pupil_key, reference_date, last_day, null, null, null, null, 'core.fact_pupil_census', fact_key
    from mart.mart_vulnerable_cohorts__mover

    union all

    select 'SEMH', pupil.pupil_key, census.reference_date, census.last_day, null, pupil.laestab, null, null, 'core.fact_pupil_census',
        roll.pupil_census_key
    from mart.mart_vulnerable_cohorts__census as census
    join core.dim_pupil as pupil
        on pupil.laestab = census.laestab
        and pupil.time_period = census.time_period
        and pupil.term = census.term
        and not pupil.is_carried    -- on roll in that census
        and pupil.sen_provision in ('E', 'K')
        and pupil.sen_primary_need = 'SEMH'
    join core.fact_pupil_census as roll
        on roll.pupil_key = pupil.pupil_key
        and roll.time_period = pupil.time_period
        and roll.term = pupil.term
        and roll.laestab = pupil.laestab
        and roll.is_on_roll

    union all

    select 'LAC', pupil_key, valid_from, valid_to, valid_from, null, null, null, 'core.bridge_pupil_looked_after', looked_after_key
    from core.bridge_pupil_looked_after

    union all

    select 'AT_RISK', pupil_key, first_day, last_day, null, laestab, null, at_risk_by, fact, fact_key
    from mart.mart_vulnerable_cohorts__risk

)

select stretch.cohort, stretch.pupil_key, stretch.first_day,
    case
        when stretch.cohort = 'LAC' then least(stretch.last_day, coalesce(age.child_until, stretch.last_day))
        when stretch.cohort in ('PTT', 'EBSNA', 'SEVERE_ABSENCE', 'AT_RISK') or stretch.fact = 'core.fact_placement'
            then least(stretch.last_day, coalesce(age.leaves_on, stretch.last_day))
        else stretch.last_day
    end as last_day,
    stretch.since, stretch.laestab, stretch.sessions, stretch.at_risk_by, stretch.fact, stretch.fact_key
from stretch
left join mart.mart_vulnerable_cohorts__age as age
    on age.pupil_key = stretch.pupil_key
