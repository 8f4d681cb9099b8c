-- One row per pupil's row of a spring or summer census that a rule asks about which another return does not agree with: plans of SEN2, results of key stage 4.
with spring as (    -- of the last year of which plans have come

    select *
    from core.fact_pupil_census
    where term = 'SPR'
        and is_in_headcount
        and time_period = (select max(academic_year) from staged.ehc_plan)

),

ehc_plan as (

    select coalesce(identity.pupil_key, staged.pupil_key) as pupil_key, staged.academic_year, staged.plan_start_date, staged.plan_end_date
    from staged.ehc_plan as staged
    left join core.bridge_pupil_identity as identity
        on identity.alias_pupil_key = staged.pupil_key

),

planned as (    -- with a plan that lasts on census day

    select distinct spring.pupil_census_key
    from spring
    join ehc_plan
        on ehc_plan.pupil_key = spring.pupil_key
        and ehc_plan.academic_year = spring.time_period
        and ehc_plan.plan_start_date <= spring.reference_date
        and (ehc_plan.plan_end_date is null or ehc_plan.plan_end_date >= spring.reference_date)

),

leaver as (    -- Year 11 in the summer of the last year of which results have come, in alternative provision on a day of the year

    select census.*
    from core.fact_pupil_census as census
    join core.dim_school as school
        on school.school_key = census.school_key
    where census.term = 'SUM'
        and census.is_in_headcount
        and census.ncyear = '11'
        and census.time_period = (select max(time_period) from core.fact_ks4_result)
        and (school.is_ap or exists (
            select 1
            from core.fact_placement as placement
            join core.dim_provision as provision
                on provision.provision_key = placement.provision_key
                and provision.provision_type in ('PRU_AP', 'UNREGISTERED_AP')
            where placement.pupil_key = census.pupil_key
                and placement.start_date <= census.reference_date
                and (placement.end_date is null or academic_year(placement.end_date) >= census.time_period)))

)

select 'SEN-006' as rule, 'school_census' as return_name, spring.laestab, spring.time_period, spring.term as about, spring.submission_key, spring.source_line
from spring
left join planned using (pupil_census_key)
where spring.sen_provision is not null
    and (spring.sen_provision = 'E') <> (planned.pupil_census_key is not null)

union all

select 'KS4-001', 'school_census', leaver.laestab, leaver.time_period, leaver.term, leaver.submission_key, leaver.source_line
from leaver
left join core.fact_ks4_result as result
    on result.pupil_key = leaver.pupil_key
    and result.time_period = leaver.time_period
where result.pupil_key is null
