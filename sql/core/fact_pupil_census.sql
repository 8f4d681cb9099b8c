-- One row per pupil, school and census, on roll or no longer on roll.
--
-- What the census told of the pupil stands here as it was told; dim_pupil says what counts of it in a term.
with ap as (

    select academic_year, census_term, laestab, pupil_key
    from staged.census_school_arranged_ap
    group by academic_year, census_term, laestab, pupil_key

),

person as (

    select
        census.*,
        coalesce(identity.pupil_key, census.pupil_key) as person_key,
        ap.pupil_key is not null as has_ap
    from staged.census_pupil as census
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = census.pupil_key
    left join ap
        on ap.academic_year = census.academic_year
        and ap.census_term = census.census_term
        and ap.laestab = census.laestab
        and ap.pupil_key = census.pupil_key

),

-- A pupil who left and came back, or whom two UPNs name, is told twice: on roll wins, then the later entry.
once as (

    select *
    from person
    qualify row_number() over (
        partition by academic_year, census_term, laestab, person_key
        order by on_roll desc, entry_date desc nulls last, pupil_key, source_line desc) = 1

)

select
    stable_key(once.person_key, once.laestab, once.academic_year, once.census_term) as pupil_census_key,
    once.person_key as pupil_key,
    stable_key(once.person_key, once.academic_year, once.census_term) as pupil_term_key,
    coalesce(school.school_key, -1) as school_key,
    once.laestab,
    once.academic_year as time_period,
    once.census_term as term,
    once.reference_date,
    once.on_roll as is_on_roll,
    once.enrol_status,
    once.on_roll and coalesce(status.counts_in_headcount, false) as is_in_headcount,
    once.on_roll and once.enrol_status is null as is_in_headcount_unknown,
    once.part_time as is_part_time,
    once.boarder <> 'N' as is_boarder,
    once.has_ap as has_school_arranged_ap,
    once.top_up_funding as has_top_up_funding,
    once.sen_unit_indicator as is_in_sen_unit,
    once.resourced_provision_indicator as is_in_resourced_provision,
    once.fsm_on_census_day as is_fsm,
    once.sex,
    once.birth_year_month,
    once.age_at_31_august,
    once.ncyear,
    once.sen_provision,
    once.ethnicity as ethnicity_code,
    once.language as language_code,
    once.plaa,
    once.service_child,
    once.young_carer,
    once.entry_date,
    once.leaving_date,
    once.termly_sessions_possible,
    once.summer_half_term2_sessions_possible,
    once.submission_key,
    once.source_line
from once
left join config.enrol_status as status
    on status.code = once.enrol_status
left join core.dim_school as school
    on school.laestab = once.laestab
    and once.reference_date between school.valid_from and school.valid_to
