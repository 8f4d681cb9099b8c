-- One row per pupil, school and week, a week that two half terms share being two rows.
--
-- What figures of attendance are summed from, so that they need not read every mark. All pupils and schools stand
-- here; who counts is for the reader to say. A session that stood twice would show as marks above sessions_marked.
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
        cast(sum(case when fact.attendance_code in ('B', 'J', 'K', 'P', 'V', 'W') then fact.attending else 0 end) as smallint)
            as educational_activity,
        cast(sum(fact.authorised) as smallint) as authorised,
        cast(sum(fact.unauthorised) as smallint) as unauthorised,
        cast(sum(case when fact.attendance_code = 'L' then 1 else 0 end) as smallint) as code_l,
        cast(sum(case when fact.attendance_code = 'K' then 1 else 0 end) as smallint) as code_k,
        cast(sum(case when fact.attendance_code = 'V' then 1 else 0 end) as smallint) as code_v,
        cast(sum(case when fact.attendance_code = 'P' then 1 else 0 end) as smallint) as code_p,
        cast(sum(case when fact.attendance_code = 'W' then 1 else 0 end) as smallint) as code_w,
        cast(sum(case when fact.attendance_code = 'B' then 1 else 0 end) as smallint) as code_b,
        cast(sum(case when fact.attendance_code = 'J' then 1 else 0 end) as smallint) as code_j,
        cast(sum(case when fact.attendance_code = 'C1' then 1 else 0 end) as smallint) as code_c1,
        cast(sum(case when fact.attendance_code = 'M' then 1 else 0 end) as smallint) as code_m,
        cast(sum(case when fact.attendance_code = 'J1' then 1 else 0 end) as smallint) as code_j1,
        cast(sum(case when fact.attendance_code = 'S' then 1 else 0 end) as smallint) as code_s,
        cast(sum(case when fact.attendance_code = 'C2' then 1 else 0 end) as smallint) as code_c2,
        cast(sum(case when fact.attendance_code = 'C' then 1 else 0 end) as smallint) as code_c,
        cast(sum(case when fact.attendance_code = 'T' then 1 else 0 end) as smallint) as code_t,
        cast(sum(case when fact.attendance_code = 'R' then 1 else 0 end) as smallint) as code_r,
        cast(sum(case when fact.attendance_code = 'I' then 1 else 0 end) as smallint) as code_i,
        cast(sum(case when fact.attendance_code = 'E' then 1 else 0 end) as smallint) as code_e,
        cast(sum(case when fact.attendance_code = 'H' then 1 else 0 end) as smallint) as code_h,
        cast(sum(case when fact.attendance_code = 'F' then 1 else 0 end) as smallint) as code_f,
        cast(sum(case when fact.attendance_code = 'G' then 1 else 0 end) as smallint) as code_g,
        cast(sum(case when fact.attendance_code = 'N' then 1 else 0 end) as smallint) as code_n,
        cast(sum(case when fact.attendance_code = 'O' then 1 else 0 end) as smallint) as code_o,
        cast(sum(case when fact.attendance_code = 'U' then 1 else 0 end) as smallint) as code_u,
        cast(sum(case when fact.attendance_code = 'D' then 1 else 0 end) as smallint) as code_d
    from core.fact_attendance_session as fact
    join part
        on part.date = fact.attendance_date
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
    summed.educational_activity,
    summed.authorised,
    summed.unauthorised,
    summed.code_l,
    summed.code_k,
    summed.code_v,
    summed.code_p,
    summed.code_w,
    summed.code_b,
    summed.code_j,
    summed.code_c1,
    summed.code_m,
    summed.code_j1,
    summed.code_s,
    summed.code_c2,
    summed.code_c,
    summed.code_t,
    summed.code_r,
    summed.code_i,
    summed.code_e,
    summed.code_h,
    summed.code_f,
    summed.code_g,
    summed.code_n,
    summed.code_o,
    summed.code_u,
    summed.code_d
from summed
join part
    on part.date = summed.first_day
