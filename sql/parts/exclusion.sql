-- One row per cell, part and exclusion.
--
-- An exclusion adds to its year and its term, to its kind of school and to all, and to its pupil's group of every topic; of the topic
-- SEN provision the one on the exclusion itself speaks. It adds to its school's year and term, and to the year of the neighbourhood of the school, as well. An enrolment or a pupil
-- suspended several times adds once a cell, with the first of these suspensions; a pupil suspended again, with the second: at a
-- school those of that school, in the authority those of all. What notices alone say (education from the sixth day, how soon the
-- authority was told, guiding principles, reviews of EHC plans) counts whatever the source of record.
with characteristic as (    -- groups of every period, and cohorts of the year and of all kinds of school

    select pupil_term_key, breakdown_topic, breakdown, false as is_of_cohorts
    from core.bridge_pupil_characteristic

    union all

    select pupil_term_key, breakdown_topic, breakdown, true
    from core.bridge_pupil_cohort

),

exclusion as (

    select
        home.la_code,
        school.neighbourhood,
        period.time_period,
        period.time_identifier,
        kind.phase_type_grouping,
        characteristic.breakdown_topic,
        case
            when characteristic.breakdown_topic = 'SEN provision'
                then coalesce(provision.ees_label, characteristic.breakdown)
            when characteristic.breakdown_topic = 'Sex and SEN provision' and provision.ees_label is not null
                then split_part(characteristic.breakdown, ', ', 1) || ', ' || provision.ees_label
            else characteristic.breakdown
        end as breakdown,
        exclusion.exclusion_key,
        exclusion.pupil_key,
        exclusion.laestab,
        exclusion.start_date,
        exclusion.category,
        exclusion.sessions_lost,
        exclusion.is_counted,
        exclusion.source = 'notices' and exclusion.is_standing and exclusion.start_date <= as_of_date() as is_noticed,
        exclusion.is_day6_required,
        exclusion.is_day6_met,
        exclusion.is_notice_late,
        exclusion.is_by_guiding_principles,
        case when exclusion.sen_provision_at_start = 'E' then exclusion.is_ehcp_review_held end as is_ehcp_review_held
    from core.fact_exclusion as exclusion
    join core.dim_local_authority as home
        on home.is_home_la
        and home.la_code = cast(floor(exclusion.laestab / 10000) as integer)
    join core.dim_academic_period as period
        on period.time_period = exclusion.time_period
        and coalesce(period.term, exclusion.term) = exclusion.term
        and period.is_begun
    join core.bridge_school_kind as kind
        on kind.school_key = exclusion.school_key
    join characteristic
        on characteristic.pupil_term_key = exclusion.pupil_term_key
        and (not characteristic.is_of_cohorts or kind.phase_type_grouping = 'Total' and period.time_identifier = 'Academic year')
    left join core.dim_school as school
        on school.school_key = exclusion.school_key
    left join config.sen_provision as provision
        on provision.code = exclusion.sen_provision_at_start
    where exclusion.category in ('SUSP', 'PERM')

),

counted as (

    select
        exclusion.*,
        row_number() over (
            partition by
                time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, category, pupil_key, laestab
            order by start_date, exclusion_key) as nth_of_enrolment,
        row_number() over (
            partition by
                time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown, category, pupil_key
            order by start_date, laestab, exclusion_key) as nth_of_pupil
    from exclusion
    where is_counted

),

part as (

    select
        counted.*,
        part.part,
        case
            when part.part = 'suspension' and category = 'SUSP' then 1
            when part.part = 'perm_excl' and category = 'PERM' then 1
            when part.part = 'one_plus_susp' and category = 'SUSP' and nth_of_enrolment = 1 then 1
            when part.part = 'pupil_suspended' and category = 'SUSP' and nth_of_pupil = 1 then 1
            when part.part = 'pupil_suspended_again' and category = 'SUSP' and nth_of_pupil = 2 then 1
            when part.part = 'again_at_school' and category = 'SUSP' and nth_of_enrolment = 2 then 1
            when part.part = 'sessions_lost' then sessions_lost
        end as amount
    from counted
    cross join (values
        ('suspension'), ('perm_excl'), ('one_plus_susp'), ('pupil_suspended'), ('pupil_suspended_again'), ('again_at_school'),
        ('sessions_lost')) as part (part)

),

noticed as (

    select exclusion.*, part.part
    from exclusion
    cross join (values
        ('day6_required'), ('day6_judged'), ('day6_met'), ('notice_judged'), ('notice_late'), ('principles_told'), ('principles_used'),
        ('ehcp_review_told'), ('ehcp_review_held')) as part (part)
    where is_noticed
        and case part.part
            when 'day6_required' then is_day6_required
            when 'day6_judged' then is_day6_required and is_day6_met is not null
            when 'day6_met' then is_day6_required and is_day6_met
            when 'notice_judged' then is_notice_late is not null
            when 'notice_late' then is_notice_late
            when 'principles_told' then is_by_guiding_principles is not null
            when 'principles_used' then is_by_guiding_principles
            when 'ehcp_review_told' then is_ehcp_review_held is not null
            when 'ehcp_review_held' then is_ehcp_review_held
        end

)

select
    'Local authority' as geographic_level,
    cast(la_code as varchar) as area_code,
    time_period,
    time_identifier,
    phase_type_grouping,
    breakdown_topic,
    breakdown,
    part,
    cast(amount as bigint) as amount,
    'core.fact_exclusion' as fact,
    exclusion_key as fact_key
from part
where amount is not null
    and part <> 'again_at_school'

union all

select
    'School', cast(laestab as varchar), time_period, time_identifier, 'Total', 'Total', 'Total',
    case part when 'again_at_school' then 'pupil_suspended_again' else part end, cast(amount as bigint), 'core.fact_exclusion',
    exclusion_key
from part
where amount is not null
    and phase_type_grouping = 'Total'
    and breakdown_topic = 'Total'
    and part in ('suspension', 'perm_excl', 'one_plus_susp', 'again_at_school', 'sessions_lost')

union all

select
    'Neighbourhood', neighbourhood, time_period, time_identifier, 'Total', breakdown_topic, breakdown, part, cast(amount as bigint),
    'core.fact_exclusion', exclusion_key
from part
where amount is not null
    and neighbourhood is not null
    and time_identifier = 'Academic year'
    and phase_type_grouping = 'Total'
    and part in ('suspension', 'perm_excl', 'one_plus_susp', 'sessions_lost')

union all

select
    'Local authority', cast(la_code as varchar), time_period, time_identifier, phase_type_grouping, breakdown_topic, breakdown,
    part, 1, 'core.fact_exclusion', exclusion_key
from noticed
where part in ('day6_required', 'day6_judged', 'day6_met')

union all

select
    'School', cast(laestab as varchar), time_period, time_identifier, 'Total', 'Total', 'Total', part, 1, 'core.fact_exclusion',
    exclusion_key
from noticed
where phase_type_grouping = 'Total'
    and breakdown_topic = 'Total'
