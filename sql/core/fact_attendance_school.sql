-- One row per school, period, topic and group; a week stands for all pupils alone.
--
-- The pupils are those of DfE's attendance figures: aged 5 to 15 on 31 August before the year, in state-funded
-- primary, secondary and special schools. A pupil of whom no census tells has no age and does not count until one
-- does. Pupils aged 15 are on study leave after the spring bank holiday: as in DfE's figures, their sessions of that
-- half term do not count, unless a setting says so. An enrolment (a pupil at a school) is absent persistently from 10 %
-- of its own possible sessions, severely from 50 %; DfE says so of terms and of the year to date, never of less. The
-- minimum of possible sessions is a setting, nought as in DfE's figures. A week of two years (31 July and 1 August) is
-- a row of each, with the sessions of that year.
-- Definition: DfE pupil absence methodology, 3 and 4.4; DfE pupil attendance in schools methodology.
with minimum as (

    select cast(value as integer) as sessions
    from config.setting
    where name = 'pa_min_possible_sessions'

),

study_leave as (

    select coalesce(max(value), 'false') = 'true' as is_counted
    from config.setting
    where name = 'aged_fifteen_after_whitsun'

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

-- The school as it last stood in the year; its kind is one for the whole year.
school as (

    select
        latest.laestab,
        latest.time_period,
        latest.school_key,
        version.education_phase
    from (
        select laestab, time_period, max_by(school_key, last_marked) as school_key
        from core.fact_attendance_weekly
        group by laestab, time_period
    ) as latest
    join core.dim_school as version
        on version.school_key = latest.school_key
    where version.phase_type_grouping in ('State-funded primary', 'State-funded secondary', 'State-funded special school')

),

counted as (

    select
        weekly.pupil_key,
        weekly.laestab,
        school.school_key,
        school.education_phase,
        weekly.time_period,
        weekly.term,
        weekly.half_term,
        weekly.week_commencing,
        weekly.last_marked,
        weekly.possible, weekly.attending, weekly.educational_activity, weekly.authorised, weekly.unauthorised,
        weekly.code_l, weekly.code_k, weekly.code_v, weekly.code_p, weekly.code_w, weekly.code_b, weekly.code_j,
        weekly.code_c1, weekly.code_m, weekly.code_j1, weekly.code_s, weekly.code_c2, weekly.code_c, weekly.code_t,
        weekly.code_r, weekly.code_i, weekly.code_e, weekly.code_h, weekly.code_f, weekly.code_g, weekly.code_n,
        weekly.code_o, weekly.code_u, weekly.code_d
    from core.fact_attendance_weekly as weekly
    join school
        on school.laestab = weekly.laestab
        and school.time_period = weekly.time_period
    join birth
        on birth.pupil_key = weekly.pupil_key
        and cast(substr(cast(weekly.time_period as varchar), 1, 4) as integer) - birth.school_year_of_birth between 5 and 15
    cross join study_leave
    where weekly.possible > 0
        and (study_leave.is_counted
            or coalesce(weekly.half_term <> 'SUM2', true)
            or cast(substr(cast(weekly.time_period as varchar), 1, 4) as integer) - birth.school_year_of_birth < 15)

),

half_term as (

    select
        pupil_key, laestab, school_key, education_phase, time_period, term, half_term,
        max(last_marked) as last_marked,
        cast(sum(counted.possible) as integer) as possible, cast(sum(counted.attending) as integer) as attending,
        cast(sum(counted.educational_activity) as integer) as educational_activity,
        cast(sum(counted.authorised) as integer) as authorised,
        cast(sum(counted.unauthorised) as integer) as unauthorised, cast(sum(counted.code_l) as integer) as code_l,
        cast(sum(counted.code_k) as integer) as code_k, cast(sum(counted.code_v) as integer) as code_v,
        cast(sum(counted.code_p) as integer) as code_p, cast(sum(counted.code_w) as integer) as code_w,
        cast(sum(counted.code_b) as integer) as code_b, cast(sum(counted.code_j) as integer) as code_j,
        cast(sum(counted.code_c1) as integer) as code_c1, cast(sum(counted.code_m) as integer) as code_m,
        cast(sum(counted.code_j1) as integer) as code_j1, cast(sum(counted.code_s) as integer) as code_s,
        cast(sum(counted.code_c2) as integer) as code_c2, cast(sum(counted.code_c) as integer) as code_c,
        cast(sum(counted.code_t) as integer) as code_t, cast(sum(counted.code_r) as integer) as code_r,
        cast(sum(counted.code_i) as integer) as code_i, cast(sum(counted.code_e) as integer) as code_e,
        cast(sum(counted.code_h) as integer) as code_h, cast(sum(counted.code_f) as integer) as code_f,
        cast(sum(counted.code_g) as integer) as code_g, cast(sum(counted.code_n) as integer) as code_n,
        cast(sum(counted.code_o) as integer) as code_o, cast(sum(counted.code_u) as integer) as code_u,
        cast(sum(counted.code_d) as integer) as code_d
    from counted
    group by pupil_key, laestab, school_key, education_phase, time_period, term, half_term

),

term as (

    select
        pupil_key, laestab, school_key, education_phase, time_period, term,
        max(last_marked) as last_marked,
        cast(sum(half_term.possible) as integer) as possible, cast(sum(half_term.attending) as integer) as attending,
        cast(sum(half_term.educational_activity) as integer) as educational_activity,
        cast(sum(half_term.authorised) as integer) as authorised,
        cast(sum(half_term.unauthorised) as integer) as unauthorised, cast(sum(half_term.code_l) as integer) as code_l,
        cast(sum(half_term.code_k) as integer) as code_k, cast(sum(half_term.code_v) as integer) as code_v,
        cast(sum(half_term.code_p) as integer) as code_p, cast(sum(half_term.code_w) as integer) as code_w,
        cast(sum(half_term.code_b) as integer) as code_b, cast(sum(half_term.code_j) as integer) as code_j,
        cast(sum(half_term.code_c1) as integer) as code_c1, cast(sum(half_term.code_m) as integer) as code_m,
        cast(sum(half_term.code_j1) as integer) as code_j1, cast(sum(half_term.code_s) as integer) as code_s,
        cast(sum(half_term.code_c2) as integer) as code_c2, cast(sum(half_term.code_c) as integer) as code_c,
        cast(sum(half_term.code_t) as integer) as code_t, cast(sum(half_term.code_r) as integer) as code_r,
        cast(sum(half_term.code_i) as integer) as code_i, cast(sum(half_term.code_e) as integer) as code_e,
        cast(sum(half_term.code_h) as integer) as code_h, cast(sum(half_term.code_f) as integer) as code_f,
        cast(sum(half_term.code_g) as integer) as code_g, cast(sum(half_term.code_n) as integer) as code_n,
        cast(sum(half_term.code_o) as integer) as code_o, cast(sum(half_term.code_u) as integer) as code_u,
        cast(sum(half_term.code_d) as integer) as code_d
    from half_term
    group by pupil_key, laestab, school_key, education_phase, time_period, term

),

academic_year as (

    select
        pupil_key, laestab, school_key, education_phase, time_period,
        max_by(term, last_marked) as term,
        max(last_marked) as last_marked,
        cast(sum(term.possible) as integer) as possible, cast(sum(term.attending) as integer) as attending,
        cast(sum(term.educational_activity) as integer) as educational_activity,
        cast(sum(term.authorised) as integer) as authorised, cast(sum(term.unauthorised) as integer) as unauthorised,
        cast(sum(term.code_l) as integer) as code_l, cast(sum(term.code_k) as integer) as code_k,
        cast(sum(term.code_v) as integer) as code_v, cast(sum(term.code_p) as integer) as code_p,
        cast(sum(term.code_w) as integer) as code_w, cast(sum(term.code_b) as integer) as code_b,
        cast(sum(term.code_j) as integer) as code_j, cast(sum(term.code_c1) as integer) as code_c1,
        cast(sum(term.code_m) as integer) as code_m, cast(sum(term.code_j1) as integer) as code_j1,
        cast(sum(term.code_s) as integer) as code_s, cast(sum(term.code_c2) as integer) as code_c2,
        cast(sum(term.code_c) as integer) as code_c, cast(sum(term.code_t) as integer) as code_t,
        cast(sum(term.code_r) as integer) as code_r, cast(sum(term.code_i) as integer) as code_i,
        cast(sum(term.code_e) as integer) as code_e, cast(sum(term.code_h) as integer) as code_h,
        cast(sum(term.code_f) as integer) as code_f, cast(sum(term.code_g) as integer) as code_g,
        cast(sum(term.code_n) as integer) as code_n, cast(sum(term.code_o) as integer) as code_o,
        cast(sum(term.code_u) as integer) as code_u, cast(sum(term.code_d) as integer) as code_d
    from term
    group by pupil_key, laestab, school_key, education_phase, time_period

),

enrolment as (

    select
        pupil_key, laestab, school_key, education_phase, time_period, term, last_marked,
        name.time_identifier,
        cast(null as integer) as pa,
        cast(null as integer) as severe,
        possible, attending, educational_activity, authorised, unauthorised, code_l, code_k, code_v, code_p, code_w,
        code_b, code_j, code_c1, code_m, code_j1, code_s, code_c2, code_c, code_t, code_r, code_i, code_e, code_h,
        code_f, code_g, code_n, code_o, code_u, code_d
    from half_term
    join config.half_term as name
        on name.code = half_term.half_term

    union all

    select
        pupil_key, laestab, school_key, education_phase, time_period, term, last_marked,
        case term when 'AUT' then 'Autumn term' when 'SPR' then 'Spring term' else 'Summer term' end as time_identifier,
        case when possible >= minimum.sessions and (authorised + unauthorised) * 10 >= possible then 1 else 0 end as pa,
        case when possible >= minimum.sessions and (authorised + unauthorised) * 2 >= possible then 1 else 0 end
            as severe,
        possible, attending, educational_activity, authorised, unauthorised, code_l, code_k, code_v, code_p, code_w,
        code_b, code_j, code_c1, code_m, code_j1, code_s, code_c2, code_c, code_t, code_r, code_i, code_e, code_h,
        code_f, code_g, code_n, code_o, code_u, code_d
    from term
    cross join minimum

    union all

    select
        pupil_key, laestab, school_key, education_phase, time_period, term, last_marked,
        'Academic year' as time_identifier,
        case when possible >= minimum.sessions and (authorised + unauthorised) * 10 >= possible then 1 else 0 end as pa,
        case when possible >= minimum.sessions and (authorised + unauthorised) * 2 >= possible then 1 else 0 end
            as severe,
        possible, attending, educational_activity, authorised, unauthorised, code_l, code_k, code_v, code_p, code_w,
        code_b, code_j, code_c1, code_m, code_j1, code_s, code_c2, code_c, code_t, code_r, code_i, code_e, code_h,
        code_f, code_g, code_n, code_o, code_u, code_d
    from academic_year
    cross join minimum

),

known_pupil as (

    select
        pupil_key,
        min(valid_from) as first_day,
        min_by(pupil_term_key, valid_from) as first_pupil_term_key,
        max_by(pupil_term_key, valid_from) as last_pupil_term_key
    from core.dim_pupil
    where pupil_key >= 0
    group by pupil_key

),

-- What a pupil is in a term: as its census told; before the first census as that one, after the last one as that.
pupil_term as (

    select
        wanted.pupil_key,
        wanted.time_period,
        wanted.term,
        coalesce(
            pupil.pupil_term_key,
            case when period.window_start < known_pupil.first_day then known_pupil.first_pupil_term_key end,
            known_pupil.last_pupil_term_key) as pupil_term_key
    from (select pupil_key, time_period, term from term group by pupil_key, time_period, term) as wanted
    join known_pupil
        on known_pupil.pupil_key = wanted.pupil_key
    join core.dim_academic_period as period
        on period.time_period = wanted.time_period
        and period.term = wanted.term
    left join core.dim_pupil as pupil
        on pupil.pupil_key = wanted.pupil_key
        and pupil.time_period = wanted.time_period
        and pupil.term = wanted.term

),

cell as (

    select
        enrolment.laestab,
        enrolment.school_key,
        enrolment.education_phase,
        enrolment.time_period,
        enrolment.time_identifier,
        cast(null as date) as week_commencing,
        characteristic.breakdown_topic,
        characteristic.breakdown,
        max(enrolment.last_marked) as last_marked,
        count(*) as enrolments,
        sum(case when enrolment.possible >= minimum.sessions then 1 else 0 end) as judged_enrolments,
        sum(enrolment.pa) as pa_enrolments,
        sum(enrolment.severe) as severe_enrolments,
        sum(enrolment.possible) as possible, sum(enrolment.attending) as attending,
        sum(enrolment.educational_activity) as educational_activity, sum(enrolment.authorised) as authorised,
        sum(enrolment.unauthorised) as unauthorised, sum(enrolment.code_l) as code_l,
        sum(enrolment.code_k) as code_k, sum(enrolment.code_v) as code_v, sum(enrolment.code_p) as code_p,
        sum(enrolment.code_w) as code_w, sum(enrolment.code_b) as code_b, sum(enrolment.code_j) as code_j,
        sum(enrolment.code_c1) as code_c1, sum(enrolment.code_m) as code_m, sum(enrolment.code_j1) as code_j1,
        sum(enrolment.code_s) as code_s, sum(enrolment.code_c2) as code_c2, sum(enrolment.code_c) as code_c,
        sum(enrolment.code_t) as code_t, sum(enrolment.code_r) as code_r, sum(enrolment.code_i) as code_i,
        sum(enrolment.code_e) as code_e, sum(enrolment.code_h) as code_h, sum(enrolment.code_f) as code_f,
        sum(enrolment.code_g) as code_g, sum(enrolment.code_n) as code_n, sum(enrolment.code_o) as code_o,
        sum(enrolment.code_u) as code_u, sum(enrolment.code_d) as code_d
    from enrolment
    join pupil_term
        on pupil_term.pupil_key = enrolment.pupil_key
        and pupil_term.time_period = enrolment.time_period
        and pupil_term.term = enrolment.term
    join core.bridge_pupil_characteristic as characteristic
        on characteristic.pupil_term_key = pupil_term.pupil_term_key
    cross join minimum
    group by enrolment.laestab, enrolment.school_key, enrolment.education_phase, enrolment.time_period,
        enrolment.time_identifier, characteristic.breakdown_topic, characteristic.breakdown

    union all

    select
        laestab,
        school_key,
        education_phase,
        time_period,
        'Week ' || cast(cast(extract(week from week_commencing) as integer) as varchar) as time_identifier,
        week_commencing,
        'Total' as breakdown_topic,
        'Total' as breakdown,
        max(last_marked) as last_marked,
        count(distinct pupil_key) as enrolments,
        cast(null as bigint) as judged_enrolments,
        cast(null as bigint) as pa_enrolments,
        cast(null as bigint) as severe_enrolments,
        sum(counted.possible) as possible, sum(counted.attending) as attending,
        sum(counted.educational_activity) as educational_activity, sum(counted.authorised) as authorised,
        sum(counted.unauthorised) as unauthorised, sum(counted.code_l) as code_l, sum(counted.code_k) as code_k,
        sum(counted.code_v) as code_v, sum(counted.code_p) as code_p, sum(counted.code_w) as code_w,
        sum(counted.code_b) as code_b, sum(counted.code_j) as code_j, sum(counted.code_c1) as code_c1,
        sum(counted.code_m) as code_m, sum(counted.code_j1) as code_j1, sum(counted.code_s) as code_s,
        sum(counted.code_c2) as code_c2, sum(counted.code_c) as code_c, sum(counted.code_t) as code_t,
        sum(counted.code_r) as code_r, sum(counted.code_i) as code_i, sum(counted.code_e) as code_e,
        sum(counted.code_h) as code_h, sum(counted.code_f) as code_f, sum(counted.code_g) as code_g,
        sum(counted.code_n) as code_n, sum(counted.code_o) as code_o, sum(counted.code_u) as code_u,
        sum(counted.code_d) as code_d
    from counted
    group by laestab, school_key, education_phase, time_period, week_commencing

)

select
    stable_key(laestab, time_period, time_identifier, week_commencing, breakdown_topic, breakdown) as attendance_school_key,
    laestab,
    school_key,
    education_phase,
    time_period,
    time_identifier,
    week_commencing,
    breakdown_topic,
    breakdown,
    last_marked,
    cast(enrolments as integer) as enrolments,
    cast(case when pa_enrolments is not null then judged_enrolments end as integer) as judged_enrolments,
    cast(pa_enrolments as integer) as pa_enrolments,
    cast(severe_enrolments as integer) as severe_enrolments,
    cast(possible as integer) as possible, cast(attending as integer) as attending,
    cast(educational_activity as integer) as educational_activity, cast(authorised as integer) as authorised,
    cast(unauthorised as integer) as unauthorised, cast(code_l as integer) as code_l,
    cast(code_k as integer) as code_k, cast(code_v as integer) as code_v, cast(code_p as integer) as code_p,
    cast(code_w as integer) as code_w, cast(code_b as integer) as code_b, cast(code_j as integer) as code_j,
    cast(code_c1 as integer) as code_c1, cast(code_m as integer) as code_m, cast(code_j1 as integer) as code_j1,
    cast(code_s as integer) as code_s, cast(code_c2 as integer) as code_c2, cast(code_c as integer) as code_c,
    cast(code_t as integer) as code_t, cast(code_r as integer) as code_r, cast(code_i as integer) as code_i,
    cast(code_e as integer) as code_e, cast(code_h as integer) as code_h, cast(code_f as integer) as code_f,
    cast(code_g as integer) as code_g, cast(code_n as integer) as code_n, cast(code_o as integer) as code_o,
    cast(code_u as integer) as code_u, cast(code_d as integer) as code_d
from cell
