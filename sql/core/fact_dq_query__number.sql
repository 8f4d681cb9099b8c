-- One row per notice whose URN and DfE number are those of different schools of GIAS.
select 'REF-002' as rule, 'exclusion_notice' as return_name, notice.laestab, academic_year(notice.start_date) as time_period, cast(notice.urn as varchar) as about,
    notice.submission_key, notice.source_line
from staged.exclusion_notice as notice
where notice.urn in (select urn from core.dim_school)
    and notice.laestab in (select laestab from core.dim_school)
    and not exists (
        select 1
        from core.dim_school as school
        where school.urn = notice.urn
            and school.laestab = notice.laestab)
