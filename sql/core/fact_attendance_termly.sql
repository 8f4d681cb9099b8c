-- One row per pupil, school, window and attendance code that a census returned, and one for the window as a whole.
--
-- A census tells of the term before: autumn of the last summer term, in two halves (TERM and SUM2), spring of autumn,
-- summer of spring. Possible sessions stand on the row of the whole window alone (its code is not applicable), so that
-- both can be added up. What counts is DfE's population: aged 5 to 15 on 31 August before the year of the window, no
-- boarders, nobody first enrolled in the second half of the summer term, and of pupils aged 15 not that half, unless a
-- setting says so. Each enrolment counts, whatever its length.
-- Definition: DfE pupil absence methodology, 3, 4.2 and 4.4.
with enrolment as (    -- a pupil who left and came back, or whom two UPNs name, is one enrolment

    select
        coalesce(identity.pupil_key, census.pupil_key) as pupil_key,
        census.laestab,
        census.academic_year,
        census.census_term,
        sum(census.termly_sessions_possible) as term_possible,
        sum(census.summer_half_term2_sessions_possible) as second_half_possible,
        max(census.age_at_31_august) as age_in_census_year,
        min(census.entry_date) as first_entry_date,
        max(case when census.boarder <> 'N' then 1 else 0 end) = 1 as is_boarder,
        min(census.submission_key) as submission_key,
        min(census.source_line) as source_line
    from staged.census_pupil as census
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = census.pupil_key
    group by coalesce(identity.pupil_key, census.pupil_key), census.laestab, census.academic_year, census.census_term

),

term_before (census_term, years_back, term) as (

    values ('AUT', 1, 'SUM'), ('SPR', 0, 'AUT'), ('SUM', 0, 'SPR')

),

second_half as (

    select time_period, min(date) as starts_on
    from core.dim_date
    where half_term = 'SUM2'
    group by time_period

),

study_leave as (

    select coalesce(max(value), 'false') = 'true' as is_counted
    from config.setting
    where name = 'aged_fifteen_after_whitsun'

),

school as (    -- as it last stood in the term: one that closed before its end is still that school

    select
        school.laestab,
        period.time_period,
        period.term,
        max_by(school.school_key, school.valid_from) as school_key
    from core.dim_school as school
    join core.dim_academic_period as period
        on school.valid_from <= period.window_end
        and school.valid_to >= period.window_start
    where period.term is not null
        and school.laestab is not null
    group by school.laestab, period.time_period, period.term

),

enrolment_term as (

    select
        enrolment.*,
        enrolment.academic_year - 101 * term_before.years_back as time_period,
        term_before.term,
        enrolment.age_in_census_year - term_before.years_back as age_at_31_august
    from enrolment
    join term_before
        on term_before.census_term = enrolment.census_term

),

spell as (

    select pupil_key, laestab, academic_year, census_term, time_period, term, age_at_31_august, first_entry_date, is_boarder,
        'TERM' as attendance_window, term_possible as possible_sessions, submission_key, source_line
    from enrolment_term

    union all

    select pupil_key, laestab, academic_year, census_term, time_period, term, age_at_31_august, first_entry_date, is_boarder,
        'SUM2', second_half_possible, submission_key, source_line
    from enrolment_term
    where census_term = 'AUT'

),

judged as (

    select
        spell.*,
        coalesce(school.school_key, -1) as school_key,
        period.window_end,
        case
            when spell.age_at_31_august is null then 'AGE_UNKNOWN'
            when spell.age_at_31_august not between 5 and 15 then 'AGE'
            when spell.is_boarder then 'BOARDER'
            when spell.term = 'SUM' and spell.first_entry_date >= second_half.starts_on then 'FIRST_ENROLLED_IN_SUM2'
            when spell.attendance_window = 'SUM2' and spell.age_at_31_august = 15 and not study_leave.is_counted
                then 'AGED_15_IN_SUM2'
            when coalesce(spell.possible_sessions, 0) = 0 then 'NO_POSSIBLE_SESSIONS'
        end as not_counted_reason
    from spell
    cross join study_leave
    join core.dim_academic_period as period
        on period.time_period = spell.time_period
        and period.term = spell.term
    left join second_half
        on second_half.time_period = spell.time_period
    left join school
        on school.laestab = spell.laestab
        and school.time_period = spell.time_period
        and school.term = spell.term

),

code as (    -- the first meaning of a code also holds before it, the last one after it

    select
        attendance_code_key,
        attendance_code,
        case when lag(attendance_code_key) over (partition by attendance_code order by valid_from) is null
            then date '0001-01-01' else valid_from end as counts_from,
        coalesce(lead(valid_from) over (partition by attendance_code order by valid_from), date '9999-12-31') as counts_before
    from core.dim_attendance_code
    where attendance_code is not null

),

coded as (

    select
        coalesce(identity.pupil_key, session.pupil_key) as pupil_key,
        session.laestab,
        session.academic_year,
        session.census_term,
        session.attendance_window,
        session.attendance_reason as attendance_code,
        sum(session.sessions) as sessions,
        min(session.submission_key) as submission_key,
        min(session.source_line) as source_line
    from staged.census_session as session
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = session.pupil_key
    group by coalesce(identity.pupil_key, session.pupil_key), session.laestab, session.academic_year,
        session.census_term,
        session.attendance_window, session.attendance_reason

)

select
    judged.pupil_key,
    judged.school_key,
    judged.laestab,
    judged.time_period,
    judged.term,
    judged.attendance_window,
    cast(-2 as bigint) as attendance_code_key,
    cast(null as varchar) as attendance_code,
    cast(null as integer) as sessions,
    try_cast(judged.possible_sessions as integer) as possible_sessions,
    judged.age_at_31_august,
    judged.not_counted_reason is null as is_counted,
    judged.not_counted_reason,
    judged.submission_key,
    judged.source_line
from judged
where judged.possible_sessions is not null
    or judged.attendance_window = 'TERM'

union all

select
    judged.pupil_key,
    judged.school_key,
    judged.laestab,
    judged.time_period,
    judged.term,
    judged.attendance_window,
    coalesce(code.attendance_code_key, -1) as attendance_code_key,
    coded.attendance_code,
    try_cast(coded.sessions as integer) as sessions,
    cast(null as integer) as possible_sessions,
    judged.age_at_31_august,
    judged.not_counted_reason is null as is_counted,
    judged.not_counted_reason,
    coded.submission_key,
    coded.source_line
from coded
join judged
    on judged.pupil_key = coded.pupil_key
    and judged.laestab = coded.laestab
    and judged.academic_year = coded.academic_year
    and judged.census_term = coded.census_term
    and judged.attendance_window = coded.attendance_window
left join code
    on code.attendance_code = coded.attendance_code
    and judged.window_end >= code.counts_from
    and judged.window_end < code.counts_before
