-- An accepted notice or census row is missing among the exclusions
-- severity: FAIL
-- rule: BLD-001
-- why: every accepted row is an exclusion, counted or not: none may go missing between staging and the star
-- matters: a missing exclusion is in no figure and nobody would know
-- resolve: correct the day on which it starts in the source system and send the return again
with staged_row as (

    select 'exclusion_notice' as staged_table, submission_key, source_line, cast(null as boolean) as on_roll
    from staged.exclusion_notice

    union all

    select 'census_exclusion' as staged_table, submission_key, source_line, on_roll
    from staged.census_exclusion

)

select staged_row.staged_table, staged_row.submission_key, staged_row.source_line, staged_row.on_roll
from staged_row
left join core.fact_exclusion as exclusion
    on exclusion.submission_key = staged_row.submission_key
    and exclusion.source_line = staged_row.source_line
where exclusion.exclusion_key is null
