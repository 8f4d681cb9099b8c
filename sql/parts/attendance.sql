-- One row per cell, part and school's row that adds to it.
--
-- A school adds to its phase and to all, and to itself: groups of its pupils for the year alone. A part is a count of sessions or enrolments of core.fact_attendance_school,
-- whose rows are summed from marks: 45 million marks are not told one by one. A week bears the calendar year in which most of it lies,
-- as in the published weekly table. A week of two academic years (31 July and 1 August) stands once, in the phase of the later
-- year: who is marked on both sides of the turn is taken off once.
with home as (

    select la_code
    from core.dim_local_authority
    where is_home_la

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

school as (

    select
        home.la_code,
        case when school.week_commencing is null then school.time_period
            else cast(extract(year from school.week_commencing + 3) as integer) end as cell_time_period,
        coalesce(turn_of_year.education_phase, school.education_phase) as cell_phase,
        coalesce(on_both_sides.enrolments, 0) as told_twice,
        school.*
    from core.fact_attendance_school as school
    join home
        on home.la_code = cast(floor(school.laestab / 10000) as integer)
    left join turn_of_year
        on turn_of_year.earlier_key = school.attendance_school_key
    left join on_both_sides
        on on_both_sides.later_key = school.attendance_school_key

),

cell as (

    select
        'Local authority' as geographic_level,
        cast(school.la_code as varchar) as area_code,
        school.*,
        phase.phase_type_grouping
    from school
    join (values ('Primary'), ('Secondary'), ('Special'), ('Total')) as phase (phase_type_grouping)
        on phase.phase_type_grouping = school.cell_phase
        or phase.phase_type_grouping = 'Total'

    union all

    select 'School', cast(school.laestab as varchar), school.*, 'Total'
    from school
    where breakdown_topic = 'Total'
        or time_identifier = 'Academic year'

)

select
    cell.geographic_level,
    cell.area_code,
    cell.cell_time_period as time_period,
    cell.time_identifier,
    cell.week_commencing as period_start,
    cell.phase_type_grouping,
    cell.breakdown_topic,
    cell.breakdown,
    part.part,
    cast(case part.part
        when 'enrolment' then cell.enrolments - cell.told_twice
        when 'judged_enrolment' then cell.judged_enrolments
        when 'pa_enrolment' then cell.pa_enrolments
        when 'severe_enrolment' then cell.severe_enrolments
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
    ('enrolment'), ('judged_enrolment'), ('pa_enrolment'), ('severe_enrolment'), ('possible'), ('attending'), ('absence'),
    ('authorised'), ('unauthorised'), ('code_i'), ('code_m'), ('code_r'), ('code_s'), ('code_t'), ('code_h'), ('code_e'), ('code_c1'),
    ('code_j1'), ('code_c2'), ('code_c'), ('code_g'), ('code_o'), ('code_u'), ('code_n')) as part (part)
where part.part not in ('judged_enrolment', 'pa_enrolment', 'severe_enrolment')
    or cell.judged_enrolments is not null
