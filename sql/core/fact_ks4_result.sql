-- One row per pupil and academic year with results of key stage 4.
--
-- The cohorts that strategies ask about overlap, so each is told by itself: in alternative provision in the year, at a partnership
-- place, supported in a placement and still counted at the own school, ever permanently excluded by the end of the year.
with result as (

    select
        staged.*,
        coalesce(identity.pupil_key, staged.pupil_key) as person_key,
        financial_month_start(staged.academic_year, 6) as year_start,
        add_days(financial_month_start(staged.academic_year + 101, 5), 30) as year_end,
        financial_month_start(staged.academic_year + 101, 3) as counted_on
    from staged.ks4_result as staged
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = staged.pupil_key

),

placed as (

    select
        result.submission_key,
        result.source_line,
        bool_or(provision.provision_type in ('PRU_AP', 'UNREGISTERED_AP')) as is_in_ap,
        bool_or(provision.provision_type = 'PARTNERSHIP') as is_at_partnership_place,
        bool_or(placement.home_laestab = result.laestab) as is_of_own_school
    from result
    join core.fact_placement as placement
        on placement.pupil_key = result.person_key
        and placement.start_date <= result.year_end
        and (placement.end_date is null or placement.end_date >= result.year_start)
    join core.dim_provision as provision
        on provision.provision_key = placement.provision_key
    group by result.submission_key, result.source_line

),

excluded as (

    select result.submission_key, result.source_line
    from result
    join core.fact_exclusion as exclusion
        on exclusion.pupil_key = result.person_key
        and exclusion.category = 'PERM'
        and exclusion.is_counted
        and exclusion.start_date <= result.year_end
    group by result.submission_key, result.source_line

)

select
    stable_key(result.person_key, result.academic_year) as ks4_result_key,
    result.person_key as pupil_key,
    result.academic_year as time_period,
    coalesce(pupil.pupil_term_key, -1) as pupil_term_key,
    result.laestab,
    case when result.laestab is null then -2 else coalesce(school.school_key, -1) end as school_key,
    coalesce(school.is_ap, false) or coalesce(placed.is_in_ap, false) as is_in_ap,
    coalesce(placed.is_at_partnership_place, false) as is_at_partnership_place,
    coalesce(placed.is_of_own_school, false) and not coalesce(school.is_ap, false) as is_supported_on_roll,
    excluded.source_line is not null as was_permanently_excluded,
    result.gcse_entries,
    result.gcse_9_4,
    result.gcse_9_5_english_maths,
    result.attainment8,
    result.is_comparable,
    result.submission_key,
    result.source_line
from result
left join placed
    on placed.submission_key = result.submission_key
    and placed.source_line = result.source_line
left join excluded
    on excluded.submission_key = result.submission_key
    and excluded.source_line = result.source_line
left join core.dim_pupil as pupil
    on pupil.pupil_key = result.person_key
    and pupil.time_period = result.academic_year
    and pupil.term = 'SUM'
left join core.dim_school as school
    on school.laestab = result.laestab
    and result.counted_on between school.valid_from and school.valid_to
