-- One row per exclusion of the running year without a mark E, and per pupil's day of marks E without an exclusion.
with running as (

    select max(time_period) as time_period from core.fact_attendance_session

),

exclusion_mark as (

    select mark.pupil_key, mark.laestab, mark.time_period, mark.term, mark.attendance_date, max(mark.submission_key) as submission_key, min(mark.source_line) as source_line
    from core.fact_attendance_session as mark
    join running using (time_period)
    where mark.attendance_code = 'E'
    group by mark.pupil_key, mark.laestab, mark.time_period, mark.term, mark.attendance_date

),

exclusion as (

    select fact.*
    from core.fact_exclusion as fact
    join running using (time_period)
    where fact.is_counted
        and fact.category in ('SUSP', 'PERM')

)

select 'EXC-011' as rule, 'attendance_marks' as return_name, mark.laestab, mark.time_period, cast(mark.attendance_date as varchar) as about, mark.submission_key, mark.source_line
from exclusion_mark as mark
join core.bridge_exclusion_source as telling    -- where neither notices nor a census tell of the school's term, nobody is asked
    on telling.laestab = mark.laestab
    and telling.time_period = mark.time_period
    and telling.term = mark.term
where not exists (
    select 1
    from core.fact_exclusion as fact
    where fact.pupil_key = mark.pupil_key
        and (fact.is_standing or fact.not_counted_reason = 'OVERTURNED')    -- until it was, the pupil was away
        and fact.category in ('SUSP', 'PERM')
        and mark.attendance_date between fact.start_date and add_days(
            fact.start_date, case fact.category when 'PERM' then 120 else coalesce(cast(ceil(fact.sessions_lost / 2.0) as integer) * 2, 90) + 14 end))

union all

select 'EXC-011', case exclusion.source when 'notices' then 'exclusion_notice' else 'school_census' end, exclusion.laestab, exclusion.time_period,
    cast(exclusion.start_date as varchar), exclusion.submission_key, exclusion.source_line
from exclusion
where exists (
        select 1
        from core.fact_attendance_session as mark
        where mark.time_period = exclusion.time_period
            and mark.pupil_key = exclusion.pupil_key
            and mark.laestab = exclusion.laestab
            and mark.attendance_date between add_days(exclusion.start_date, 1) and add_days(exclusion.start_date, 14))
    and not exists (
        select 1
        from exclusion_mark as mark
        where mark.pupil_key = exclusion.pupil_key
            and mark.attendance_date between exclusion.start_date and add_days(exclusion.start_date, 14))
