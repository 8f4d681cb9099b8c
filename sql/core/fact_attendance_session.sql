-- One row per pupil, school, date and session (AM or PM).
--
-- Of several marks of one session the stager marks those that a later one replaces. Two pseudonyms of one person may
-- both have a mark at one school and session: the one recorded last counts; only persons with linked pseudonyms are
-- looked at for that. What a code counts as is that of the day; a stray mark after a code's last day counts as it did,
-- as in DfE's own figures.
-- Definition: DfE pupil absence methodology, 4.2.1: possible = attending + authorised + unauthorised; D, Q, X, Y, Z
-- and # leave possible sessions as they are.
with mark as (

    select mark.pupil_key, mark.laestab, mark.attendance_date, mark.session, mark.attendance_code, mark.submission_key,
        mark.source_line
    from staged.attendance_mark as mark
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = mark.pupil_key
    where mark.is_superseded is not true
        and identity.alias_pupil_key is null

    union all

    select pupil_key, laestab, attendance_date, session, attendance_code, submission_key, source_line
    from (
        select identity.pupil_key, mark.laestab, mark.attendance_date, mark.session, mark.attendance_code, mark.submission_key,
            mark.source_line, mark.recorded_at
        from staged.attendance_mark as mark
        join core.bridge_pupil_identity as identity
            on identity.alias_pupil_key = mark.pupil_key
        where mark.is_superseded is not true
    ) as linked
    qualify row_number() over (
        partition by pupil_key, laestab, attendance_date, session
        order by recorded_at desc nulls last, submission_key desc, source_line desc) = 1

),

code as (    -- the first meaning of a code also holds before it, the last one after it

    select
        attendance_code_key,
        attendance_code,
        cast(is_possible as tinyint) as possible,
        cast(is_attending as tinyint) as attending,
        cast(is_authorised as tinyint) as authorised,
        cast(is_unauthorised as tinyint) as unauthorised,
        case when lag(attendance_code_key) over (partition by attendance_code order by valid_from) is null
            then date '0001-01-01' else valid_from end as counts_from,
        coalesce(lead(valid_from) over (partition by attendance_code order by valid_from), date '9999-12-31') as counts_before
    from core.dim_attendance_code
    where attendance_code is not null

)

select
    mark.pupil_key,
    coalesce(school.school_key, -1) as school_key,
    mark.laestab,
    mark.attendance_date,
    mark.session,
    academic_year(mark.attendance_date) as time_period,
    day.term,
    coalesce(code.attendance_code_key, -1) as attendance_code_key,
    mark.attendance_code,
    coalesce(code.possible, 0) as possible,
    coalesce(code.attending, 0) as attending,
    coalesce(code.authorised, 0) as authorised,
    coalesce(code.unauthorised, 0) as unauthorised,
    mark.submission_key,
    mark.source_line
from mark
left join code
    on code.attendance_code = mark.attendance_code
    and mark.attendance_date >= code.counts_from
    and mark.attendance_date < code.counts_before
left join core.dim_school as school
    on school.laestab = mark.laestab
    and mark.attendance_date between school.valid_from and school.valid_to
left join core.dim_date as day
    on day.date = mark.attendance_date
