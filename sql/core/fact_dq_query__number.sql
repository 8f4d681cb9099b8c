-- One row per notice whose URN and DfE number are those of different schools of GIAS.
select 'REF-002' as rule, 'exclusion_notice' as return_name, told.laestab, academic_year(told.start_date) as time_period, cast(told.urn as varchar) as about,
    told.submission_key, told.source_line
from staged.exclusion_notice as told
where told.urn in (select urn from core.dim_school)
    and told.laestab in (select laestab from core.dim_school)
    and not exists (
        select 1
        from core.dim_school as school
        where school.urn = told.urn
            and school.laestab = told.laestab)
