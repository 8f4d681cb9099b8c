-- One row per cell of mart.mart_attendance_la, measure, part and school's cell that adds to it.
--
-- A school adds to its phase and to all. A part is a count of sessions or enrolments of core.fact_attendance_school,
-- whose rows are summed from marks: 45 million marks are not told one by one. A week bears the calendar year in which
-- most of it lies, as in the published weekly table.
with home as (

    select cast(value as integer) as la_code
    from config.setting
    where name = 'la'

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
        school.enrolments, school.judged_enrolments, school.pa_enrolments, school.severe_enrolments,
        school.possible, school.attending, school.authorised, school.unauthorised,
        school.code_i, school.code_m, school.code_r, school.code_s, school.code_t, school.code_h, school.code_e,
        school.code_c1, school.code_j1, school.code_c2, school.code_c, school.code_g, school.code_o, school.code_u,
        school.code_n
    from core.fact_attendance_school as school
    join home
        on home.la_code = cast(floor(school.laestab / 10000) as integer)
    join (values ('Primary'), ('Secondary'), ('Special'), ('Total')) as phase (education_phase)
        on phase.education_phase = school.education_phase
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
