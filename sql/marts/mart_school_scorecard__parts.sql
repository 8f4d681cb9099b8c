-- One row per school, academic year, measure, part and row that adds to it.
--
-- Exclusions and the January roll are those parts of mart.mart_exclusions_la, told school by school, so that both
-- marts say the same; attendance is that of core.fact_attendance_school. What a pupil of the roll is, the January
-- census said.
with exclusion as (

    select
        part.la_code,
        part.time_period,
        exclusion.laestab,
        part.measure,
        part.amount,
        part.fact,
        part.fact_key
    from mart.mart_exclusions_la__parts as part
    join core.fact_exclusion as exclusion
        on exclusion.exclusion_key = part.fact_key
    where part.time_identifier = 'Academic year'
        and part.phase_type_grouping = 'Total'
        and part.breakdown_topic = 'Total'
        and part.measure in ('suspension', 'perm_excl', 'one_plus_susp', 'sessions_lost')

),

roll as (

    select
        part.la_code,
        part.time_period,
        pupil.laestab,
        pupil.is_fsm,
        pupil.sen_provision,
        case when pupil.language_code is not null then coalesce(language.language_group, 'EAL') end as language_group,
        part.fact,
        part.fact_key
    from mart.mart_exclusions_la__parts as part
    join core.fact_pupil_census as pupil
        on pupil.pupil_census_key = part.fact_key
    left join config.language as language    -- a code that the list lacks is a language other than English
        on language.code = pupil.language_code
    where part.time_identifier = 'Academic year'
        and part.phase_type_grouping = 'Total'
        and part.breakdown_topic = 'Total'
        and part.measure = 'headcount'

),

elsewhere as (    -- a pupil counts once a year, whatever the number of placements and censuses

    select
        home.la_code,
        pupil.time_period,
        pupil.laestab,
        pupil.pupil_census_key
    from core.fact_pupil_census as pupil
    join core.dim_local_authority as home
        on home.la_code = cast(floor(pupil.laestab / 10000) as integer)
        and home.is_home_la
    where pupil.has_school_arranged_ap
    qualify row_number() over (
        partition by pupil.pupil_key, pupil.laestab, pupil.time_period
        order by case pupil.term when 'AUT' then 1 when 'SPR' then 2 else 3 end) = 1

),

attendance as (

    select
        home.la_code,
        school.time_period,
        school.laestab,
        school.possible,
        school.attending,
        school.authorised + school.unauthorised as absence,
        school.code_c2,
        school.enrolments,
        school.judged_enrolments,
        school.pa_enrolments,
        school.severe_enrolments,
        school.attendance_school_key
    from core.fact_attendance_school as school
    join core.dim_local_authority as home
        on home.la_code = cast(floor(school.laestab / 10000) as integer)
        and home.is_home_la
    where school.time_identifier = 'Academic year'
        and school.breakdown_topic = 'Total'

),

part as (

    select
        exclusion.la_code, exclusion.time_period, exclusion.laestab, figure.measure, figure.part, exclusion.amount,
        exclusion.fact, exclusion.fact_key
    from exclusion
    join (values
        ('suspension', 'suspension', 'value'), ('suspension', 'susp_rate', 'numerator'), ('perm_excl', 'perm_excl', 'value'),
        ('one_plus_susp', 'one_plus_susp', 'value'), ('one_plus_susp', 'one_plus_susp_rate', 'numerator'),
        ('sessions_lost', 'days_lost_per_100', 'numerator')) as figure (amount_of, measure, part)
        on figure.amount_of = exclusion.measure

    union all

    select
        roll.la_code, roll.time_period, roll.laestab, figure.measure, figure.part,
        case figure.amount_of
            when 'pupil' then 1
            when 'fsm' then case when roll.is_fsm then 1 end
            when 'sen_support' then case when roll.sen_provision = 'K' then 1 end
            when 'ehcp' then case when roll.sen_provision = 'E' then 1 end
            when 'eal' then case when roll.language_group = 'EAL' then 1 end
        end as amount,
        roll.fact, roll.fact_key
    from roll
    cross join (values
        ('roll', 'value', 'pupil'), ('fsm_pct', 'numerator', 'fsm'), ('fsm_pct', 'denominator', 'pupil'),
        ('sen_support_pct', 'numerator', 'sen_support'), ('sen_support_pct', 'denominator', 'pupil'),
        ('ehcp_pct', 'numerator', 'ehcp'), ('ehcp_pct', 'denominator', 'pupil'), ('eal_pct', 'numerator', 'eal'),
        ('eal_pct', 'denominator', 'pupil'), ('susp_rate', 'denominator', 'pupil'),
        ('one_plus_susp_rate', 'denominator', 'pupil'), ('days_lost_per_100', 'denominator', 'pupil'))
        as figure (measure, part, amount_of)

    union all

    select
        la_code, time_period, laestab, 'ap_pupils' as measure, 'value' as part, 1 as amount,
        'core.fact_pupil_census' as fact, pupil_census_key as fact_key
    from elsewhere

    union all

    select
        attendance.la_code, attendance.time_period, attendance.laestab, figure.measure, figure.part,
        case figure.amount_of
            when 'possible' then attendance.possible
            when 'attending' then attendance.attending
            when 'absence' then attendance.absence
            when 'code_c2' then attendance.code_c2
            when 'enrolments' then attendance.enrolments
            when 'judged_enrolments' then attendance.judged_enrolments
            when 'pa_enrolments' then attendance.pa_enrolments
            when 'severe_enrolments' then attendance.severe_enrolments
        end as amount,
        'core.fact_attendance_school' as fact, attendance.attendance_school_key as fact_key
    from attendance
    cross join (values
        ('enrolments', 'value', 'enrolments'),
        ('attendance_rate', 'numerator', 'attending'), ('attendance_rate', 'denominator', 'possible'),
        ('absence_rate', 'numerator', 'absence'), ('absence_rate', 'denominator', 'possible'),
        ('pa_enrolments', 'value', 'pa_enrolments'), ('pa_rate', 'numerator', 'pa_enrolments'),
        ('pa_rate', 'denominator', 'judged_enrolments'),
        ('severe_enrolments', 'value', 'severe_enrolments'), ('severe_rate', 'numerator', 'severe_enrolments'),
        ('severe_rate', 'denominator', 'judged_enrolments'),
        ('c2_sessions_pct', 'numerator', 'code_c2'), ('c2_sessions_pct', 'denominator', 'possible'))
        as figure (measure, part, amount_of)

)

select
    la_code,
    time_period,
    laestab,
    measure,
    part,
    cast(amount as bigint) as amount,
    fact,
    fact_key
from part
where amount is not null
