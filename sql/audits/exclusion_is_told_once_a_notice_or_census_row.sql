-- An accepted notice or census row is missing among the exclusions
with told as (

    select submission_key, source_line from staged.exclusion_notice
    union all
    select submission_key, source_line from staged.census_exclusion

)

select told.submission_key, told.source_line
from told
left join core.fact_exclusion as exclusion
    on exclusion.submission_key = told.submission_key
    and exclusion.source_line = told.source_line
where exclusion.exclusion_key is null
