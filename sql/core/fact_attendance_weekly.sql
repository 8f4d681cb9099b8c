-- One row per pupil, school and week, a week that two half terms share being two rows.
--
-- What figures of attendance are summed from, so that they need not read every mark. All pupils and schools stand
-- here; who counts is for the reader to say. A mark of a day on which GIAS knows no open school of its number stands in
-- core.fact_attendance_session alone: it would count at no school, and whose week it is nobody knows. A session that
-- stood twice would show as marks above sessions_marked.
with part as (    -- one date for a week, or the part of it in one half term, so that marks are grouped by few and narrow keys

    select
        date,
        min(date) over (partition by time_period, term, half_term, week_commencing) as first_day,
        time_period,
        term,
        half_term,
        week_commencing
    from core.dim_date

),

summed as (

    select
        fact.pupil_key,
        fact.laestab,
        part.first_day,
        max_by(fact.school_key, fact.attendance_date) as school_key,
        max(fact.attendance_date) as last_marked,
        cast(count(*) as smallint) as marks,
        cast(bit_count(bit_or(case fact.session when 'AM' then 1 else 128 end
            << cast(extract(dow from fact.attendance_date) as integer))) as smallint) as sessions_marked,
        cast(sum(fact.possible) as smallint) as possible,
        cast(sum(fact.attending) as smallint) as attending,
        cast(sum(fact.authorised) as smallint) as authorised,
        cast(sum(fact.unauthorised) as smallint) as unauthorised
    from core.fact_attendance_session as fact
    join part
        on part.date = fact.attendance_date
    where fact.school_key >= 0
    group by fact.pupil_key, fact.laestab, part.first_day

),

-- By code: nine marks in ten are / and \, which no column counts, so that few marks are grouped by so many.
coded as (

    select
        fact.pupil_key,
        fact.laestab,
        part.first_day,
        cast(count(*) filter (where fact.attendance_code in ('B', 'J', 'K', 'P', 'V', 'W') and fact.attending = 1) as smallint)
            as educational_activity,
        cast(count(*) filter (where fact.attendance_code = 'L') as smallint) as code_l,
        cast(count(*) filter (where fact.attendance_code = 'K') as smallint) as code_k,
        cast(count(*) filter (where fact.attendance_code = 'V') as smallint) as code_v,
        cast(count(*) filter (where fact.attendance_code = 'P') as smallint) as code_p,
        cast(count(*) filter (where fact.attendance_code = 'W') as smallint) as code_w,
        cast(count(*) filter (where fact.attendance_code = 'B') as smallint) as code_b,
        cast(count(*) filter (where fact.attendance_code = 'J') as smallint) as code_j,
        cast(count(*) filter (where fact.attendance_code = 'C1') as smallint) as code_c1,
        cast(count(*) filter (where fact.attendance_code = 'M') as smallint) as code_m,
        cast(count(*) filter (where fact.attendance_code = 'J1') as smallint) as code_j1,
        cast(count(*) filter (where fact.attendance_code = 'S') as smallint) as code_s,
        cast(count(*) filter (where fact.attendance_code = 'C2') as smallint) as code_c2,
        cast(count(*) filter (where fact.attendance_code = 'C') as smallint) as code_c,
        cast(count(*) filter (where fact.attendance_code = 'T') as smallint) as code_t,
        cast(count(*) filter (where fact.attendance_code = 'R') as smallint) as code_r,
        cast(count(*) filter (where fact.attendance_code = 'I') as smallint) as code_i,
        cast(count(*) filter (where fact.attendance_code = 'E') as smallint) as code_e,
        cast(count(*) filter (where fact.attendance_code = 'H') as smallint) as code_h,
        cast(count(*) filter (where fact.attendance_code = 'F') as smallint) as code_f,
        cast(count(*) filter (where fact.attendance_code = 'G') as smallint) as code_g,
        cast(count(*) filter (where fact.attendance_code = 'N') as smallint) as code_n,
        cast(count(*) filter (where fact.attendance_code = 'O') as smallint) as code_o,
        cast(count(*) filter (where fact.attendance_code = 'U') as smallint) as code_u,
        cast(count(*) filter (where fact.attendance_code = 'D') as smallint) as code_d
    from core.fact_attendance_session as fact
    join part
        on part.date = fact.attendance_date
    where fact.attendance_code not in ('/', '\')
        and fact.school_key >= 0
    group by fact.pupil_key, fact.laestab, part.first_day

)

select
    summed.pupil_key,
    summed.laestab,
    summed.school_key,
    part.time_period,
    part.term,
    part.half_term,
    part.week_commencing,
    summed.last_marked,
    summed.marks,
    summed.sessions_marked,
    summed.possible,
    summed.attending,
    coalesce(coded.educational_activity, 0) as educational_activity,
    summed.authorised,
    summed.unauthorised,
    coalesce(coded.code_l, 0) as code_l,
    coalesce(coded.code_k, 0) as code_k,
    coalesce(coded.code_v, 0) as code_v,
    coalesce(coded.code_p, 0) as code_p,
    coalesce(coded.code_w, 0) as code_w,
    coalesce(coded.code_b, 0) as code_b,
    coalesce(coded.code_j, 0) as code_j,
    coalesce(coded.code_c1, 0) as code_c1,
    coalesce(coded.code_m, 0) as code_m,
    coalesce(coded.code_j1, 0) as code_j1,
    coalesce(coded.code_s, 0) as code_s,
    coalesce(coded.code_c2, 0) as code_c2,
    coalesce(coded.code_c, 0) as code_c,
    coalesce(coded.code_t, 0) as code_t,
    coalesce(coded.code_r, 0) as code_r,
    coalesce(coded.code_i, 0) as code_i,
    coalesce(coded.code_e, 0) as code_e,
    coalesce(coded.code_h, 0) as code_h,
    coalesce(coded.code_f, 0) as code_f,
    coalesce(coded.code_g, 0) as code_g,
    coalesce(coded.code_n, 0) as code_n,
    coalesce(coded.code_o, 0) as code_o,
    coalesce(coded.code_u, 0) as code_u,
    coalesce(coded.code_d, 0) as code_d
from summed
left join coded
    on coded.pupil_key = summed.pupil_key
    and coded.laestab = summed.laestab
    and coded.first_day = summed.first_day
join part
    on part.date = summed.first_day
