-- One row per cell of mart.mart_attendance_la, measure, part and school's cell that adds to it.
--
-- A school adds to its phase and to all. A part is a count of sessions or enrolments of core.fact_attendance_school,
-- whose rows are summed from marks: 45 million marks are not told one by one. A week bears the calendar year in which
-- most of it lies, as in the published weekly table. A week of two academic years (31 July and 1 August) stands once, in
-- the phase of the later year: who is marked on both sides of the turn is taken off once.
with home as (

    select cast(value as integer) as la_code
    from config.setting
    where name = 'la'

),

half_week as (

    select laestab, time_period, week_commencing, education_phase, attendance_school_key
    from core.fact_attendance_school
    where week_commencing is not null
        and academic_year(week_commencing) <> academic_year(week_commencing + 6)

),

turn_of_year as (

    select
        earlier.laestab,
        earlier.week_commencing,
        earlier.attendance_school_key as earlier_key,
        later.attendance_school_key as later_key,
        later.education_phase
    from half_week as earlier
    join half_week as later
        on later.laestab = earlier.laestab
        and later.week_commencing = earlier.week_commencing
        and later.time_period > earlier.time_period

),

birth as (

    select
        pupil_key,
        try_cast(substr(birth_year_month, 1, 4) as integer) + case when substr(birth_year_month, 6, 2) > '08' then 1 else 0 end
            as school_year_of_birth
    from core.dim_pupil
    where is_current
        and pupil_key >= 0

),

on_both_sides as (    -- who counts in both years, aged 6 to 15 in the later one

    select turn_of_year.later_key, count(*) as enrolments
    from (
        select weekly.pupil_key, weekly.laestab, weekly.week_commencing, max(weekly.time_period) as time_period
        from core.fact_attendance_weekly as weekly
        join turn_of_year
            on turn_of_year.laestab = weekly.laestab
            and turn_of_year.week_commencing = weekly.week_commencing
        where weekly.possible > 0
        group by weekly.pupil_key, weekly.laestab, weekly.week_commencing
        having max(weekly.time_period) > min(weekly.time_period)
    ) as enrolment
    join birth
        on birth.pupil_key = enrolment.pupil_key
        and cast(substr(cast(enrolment.time_period as varchar), 1, 4) as integer) - birth.school_year_of_birth between 6 and 15
    join turn_of_year
        on turn_of_year.laestab = enrolment.laestab
        and turn_of_year.week_commencing = enrolment.week_commencing
    group by turn_of_year.later_key

),

cell as (

    select
        home.la_code,
        case when school.week_commencing is null then school.time_period
            else cast(extract(year from school.week_commencing + 3) as integer) end as time_period,
        school.time_identifier,
        school.week_commencing,
        phase.education_phase,
        school.breakdown_topic,
        school.breakdown,
        school.attendance_school_key,
        school.enrolments - coalesce(on_both_sides.enrolments, 0) as enrolments, school.judged_enrolments, school.pa_enrolments, school.severe_enrolments,
        school.possible, school.attending, school.authorised, school.unauthorised,
        school.code_i, school.code_m, school.code_r, school.code_s, school.code_t, school.code_h, school.code_e,
        school.code_c1, school.code_j1, school.code_c2, school.code_c, school.code_g, school.code_o, school.code_u,
        school.code_n
    from core.fact_attendance_school as school
    join home
        on home.la_code = cast(floor(school.laestab / 10000) as integer)
    left join turn_of_year
        on turn_of_year.earlier_key = school.attendance_school_key
    left join on_both_sides
        on on_both_sides.later_key = school.attendance_school_key
    join (values ('Primary'), ('Secondary'), ('Special'), ('Total')) as phase (education_phase)
        on phase.education_phase = coalesce(turn_of_year.education_phase, school.education_phase)
        or phase.education_phase = 'Total'

)

select
    cell.la_code,
    cell.time_period,
    cell.time_identifier,
    cell.week_commencing,
    cell.education_phase,
    cell.breakdown_topic,
    cell.breakdown,
    figure.measure,
    figure.part,
    cast(case figure.amount_of
        when 'enrolments' then cell.enrolments
        when 'judged_enrolments' then cell.judged_enrolments
        when 'pa_enrolments' then cell.pa_enrolments
        when 'severe_enrolments' then cell.severe_enrolments
        when 'possible' then cell.possible
        when 'attending' then cell.attending
        when 'absence' then cell.authorised + cell.unauthorised
        when 'authorised' then cell.authorised
        when 'unauthorised' then cell.unauthorised
        when 'code_i' then cell.code_i
        when 'code_m' then cell.code_m
        when 'code_r' then cell.code_r
        when 'code_s' then cell.code_s
        when 'code_t' then cell.code_t
        when 'code_h' then cell.code_h
        when 'code_e' then cell.code_e
        when 'code_c1' then cell.code_c1
        when 'code_j1' then cell.code_j1
        when 'code_c2' then cell.code_c2
        when 'code_c' then cell.code_c
        when 'code_g' then cell.code_g
        when 'code_o' then cell.code_o
        when 'code_u' then cell.code_u
        when 'code_n' then cell.code_n
    end as bigint) as amount,
    'core.fact_attendance_school' as fact,
    cell.attendance_school_key as fact_key
from cell
cross join (values
    ('enrolments', 'value', 'enrolments'), ('possible', 'value', 'possible'),
    ('pa_enrolments', 'value', 'pa_enrolments'), ('severe_enrolments', 'value', 'severe_enrolments'),
    ('attendance_rate', 'numerator', 'attending'), ('absence_rate', 'numerator', 'absence'),
    ('authorised_rate', 'numerator', 'authorised'), ('unauthorised_rate', 'numerator', 'unauthorised'),
    ('pa_rate', 'numerator', 'pa_enrolments'), ('severe_rate', 'numerator', 'severe_enrolments'),
    ('illness_perc', 'numerator', 'code_i'), ('appointments_perc', 'numerator', 'code_m'),
    ('auth_religious_perc', 'numerator', 'code_r'), ('auth_study_perc', 'numerator', 'code_s'),
    ('auth_mob_perc', 'numerator', 'code_t'), ('auth_holiday_perc', 'numerator', 'code_h'),
    ('auth_excluded_perc', 'numerator', 'code_e'), ('auth_performance_perc', 'numerator', 'code_c1'),
    ('auth_interview_perc', 'numerator', 'code_j1'), ('auth_part_time_perc', 'numerator', 'code_c2'),
    ('auth_other_perc', 'numerator', 'code_c'), ('unauth_hol_perc', 'numerator', 'code_g'),
    ('unauth_oth_perc', 'numerator', 'code_o'), ('unauth_late_registers_closed_perc', 'numerator', 'code_u'),
    ('unauth_not_yet_perc', 'numerator', 'code_n'), ('pa_rate', 'denominator', 'judged_enrolments'),
    ('severe_rate', 'denominator', 'judged_enrolments'), ('attendance_rate', 'denominator', 'possible'),
    ('absence_rate', 'denominator', 'possible'), ('authorised_rate', 'denominator', 'possible'),
    ('unauthorised_rate', 'denominator', 'possible'), ('illness_perc', 'denominator', 'possible'),
    ('appointments_perc', 'denominator', 'possible'), ('auth_religious_perc', 'denominator', 'possible'),
    ('auth_study_perc', 'denominator', 'possible'), ('auth_mob_perc', 'denominator', 'possible'),
    ('auth_holiday_perc', 'denominator', 'possible'), ('auth_excluded_perc', 'denominator', 'possible'),
    ('auth_performance_perc', 'denominator', 'possible'), ('auth_interview_perc', 'denominator', 'possible'),
    ('auth_part_time_perc', 'denominator', 'possible'), ('auth_other_perc', 'denominator', 'possible'),
    ('unauth_hol_perc', 'denominator', 'possible'), ('unauth_oth_perc', 'denominator', 'possible'),
    ('unauth_late_registers_closed_perc', 'denominator', 'possible'), ('unauth_not_yet_perc', 'denominator', 'possible'))
    as figure (measure, part, amount_of)
where case when figure.amount_of in ('judged_enrolments', 'pa_enrolments', 'severe_enrolments')
    then cell.judged_enrolments is not null else true end
