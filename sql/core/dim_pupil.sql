-- One row per pupil and term, from the first census that tells of the pupil to the last, and one each for unknown and
-- not applicable.
--
-- Of several registrations the main one speaks: single or main before subsidiary, then the later entry, then the lower
-- LAESTAB. A term in which no census has the pupil on roll carries the term before. Ethnicity, type of need and young
-- carer are asked in spring alone: the spring of the year, else the last before, else the next. Looked after on a single day
-- of the term is looked after, as for the pupil premium. A version holds for the
-- term's official window, not from census day, so that an exclusion of 12 September meets the autumn census: facts join
-- on pupil, time_period and term.
with term as (

    select
        time_period,
        term,
        window_start,
        window_end,
        row_number() over (order by window_start) as term_number
    from core.dim_academic_period
    where term is not null

),

seen as (

    select
        census.*,
        term.term_number,
        row_number() over (
            partition by census.pupil_key, term.term_number
            order by
                census.is_on_roll desc,
                case when census.is_in_headcount then 0 when census.enrol_status = 'S' then 1 else 2 end,
                census.entry_date desc nulls last,
                census.laestab) as preference
    from core.fact_pupil_census as census
    join term
        on term.time_period = census.time_period
        and term.term = census.term

),

main as (

    select * from seen where preference = 1

),

span as (

    select
        pupil_key,
        min(term_number) as first_term,
        max(term_number) as last_term,
        min(case when is_on_roll then term_number end) as first_on_roll
    from main
    group by pupil_key

),

-- Which term's census speaks: the last one up to this term that has the pupil on roll, before any such the first that
-- tells of him.
spine as (

    select
        span.pupil_key,
        term.term_number,
        term.time_period,
        term.term,
        term.window_start,
        term.window_end,
        term.term_number = span.last_term as is_current,
        coalesce(
            max(case when main.is_on_roll then main.term_number end)
                over (partition by span.pupil_key order by term.term_number),
            max(case when span.first_on_roll is null or main.term_number < span.first_on_roll then main.term_number end)
                over (partition by span.pupil_key order by term.term_number)) as speaking_term,
        max(case when main.is_fsm then main.term_number end)
            over (partition by span.pupil_key order by term.term_number) as last_fsm_term
    from span
    join term
        on term.term_number between span.first_term and span.last_term
    left join main
        on main.pupil_key = span.pupil_key
        and main.term_number = term.term_number

),

need as (

    select
        coalesce(identity.pupil_key, sen_need.pupil_key) as pupil_key,
        sen_need.academic_year as time_period,
        sen_need.laestab,
        max(case when sen_need.sen_type_rank = 1 then sen_need.sen_type end) as sen_primary_need,
        max(case when sen_need.sen_type_rank = 2 then sen_need.sen_type end) as sen_secondary_need
    from staged.census_sen_need as sen_need
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = sen_need.pupil_key
    where sen_need.census_term = 'SPR'
    group by coalesce(identity.pupil_key, sen_need.pupil_key), sen_need.academic_year, sen_need.laestab

),

spring as (

    select
        main.pupil_key,
        main.time_period,
        main.ethnicity_code,
        main.young_carer,
        need.sen_primary_need,
        need.sen_secondary_need
    from main
    left join need
        on need.pupil_key = main.pupil_key
        and need.time_period = main.time_period
        and need.laestab = main.laestab
    where main.term = 'SPR'
        and main.is_on_roll

),

pupil_year as (

    select pupil_key, time_period
    from spine
    group by pupil_key, time_period

),

nearest_spring as (

    select
        pupil_year.pupil_key,
        pupil_year.time_period,
        spring.young_carer,
        spring.sen_primary_need,
        spring.sen_secondary_need
    from pupil_year
    join spring
        on spring.pupil_key = pupil_year.pupil_key
    qualify row_number() over (
        partition by pupil_year.pupil_key, pupil_year.time_period
        order by
            case when spring.time_period <= pupil_year.time_period then 0 else 1 end,
            abs(spring.time_period - pupil_year.time_period)) = 1

),

looked_after as (

    select spine.pupil_key, spine.time_period, spine.term
    from spine
    join core.bridge_pupil_looked_after as spell
        on spell.pupil_key = spine.pupil_key
        and spell.valid_from <= spine.window_end
        and spell.valid_to >= spine.window_start
    group by spine.pupil_key, spine.time_period, spine.term

),

looked_after_list as (

    select count(*) > 0 as has_come
    from core.bridge_pupil_looked_after

),

nearest_ethnicity as (

    select
        pupil_year.pupil_key,
        pupil_year.time_period,
        spring.ethnicity_code
    from pupil_year
    join spring
        on spring.pupil_key = pupil_year.pupil_key
    where spring.ethnicity_code is not null
    qualify row_number() over (
        partition by pupil_year.pupil_key, pupil_year.time_period
        order by
            case when spring.time_period <= pupil_year.time_period then 0 else 1 end,
            abs(spring.time_period - pupil_year.time_period)) = 1

)

select
    stable_key(spine.pupil_key, spine.time_period, spine.term) as pupil_term_key,
    spine.pupil_key,
    spine.time_period,
    spine.term,
    spine.window_start as valid_from,
    spine.window_end as valid_to,
    spine.is_current,
    spine.speaking_term <> spine.term_number as is_carried,
    main.laestab,
    main.sex,
    main.birth_year_month,
    main.age_at_31_august,
    main.ncyear,
    ncyear.key_stage,
    main.sen_provision,
    nearest_spring.sen_primary_need,
    nearest_spring.sen_secondary_need,
    nearest_ethnicity.ethnicity_code,
    ethnicity.ethnicity_minor,
    ethnicity.ethnicity_major,
    case when main.language_code is null then 'Unknown' else coalesce(language.language_group, 'EAL') end as language_group,
    main.is_fsm,
    coalesce(spine.last_fsm_term > spine.term_number - 18, false) as is_fsm_ever6,
    main.plaa,
    main.service_child,
    nearest_spring.young_carer,
    case when looked_after_list.has_come then looked_after.pupil_key is not null end as is_looked_after
from spine
cross join looked_after_list
join main
    on main.pupil_key = spine.pupil_key
    and main.term_number = spine.speaking_term
left join nearest_spring
    on nearest_spring.pupil_key = spine.pupil_key
    and nearest_spring.time_period = spine.time_period
left join looked_after
    on looked_after.pupil_key = spine.pupil_key
    and looked_after.time_period = spine.time_period
    and looked_after.term = spine.term
left join nearest_ethnicity
    on nearest_ethnicity.pupil_key = spine.pupil_key
    and nearest_ethnicity.time_period = spine.time_period
left join config.ncyear as ncyear
    on ncyear.code = main.ncyear
left join config.ethnicity as ethnicity
    on ethnicity.code = nearest_ethnicity.ethnicity_code
left join config.language as language
    on language.code = main.language_code

union all

select
    pupil_term_key, pupil_term_key, null, null, date '1900-01-01', date '9999-12-31', true, false, null, null, null, null,
    null, null, null, null, null, null, null, null, 'Unknown', null, null, null, null, null, null
from (values (-1), (-2)) as without_pupil (pupil_term_key)
