-- An exclusion starts on a day that is not in the calendar
-- severity: FAIL
-- rule: BLD-002
-- why: terms, years and cut-offs are found by the day on which an exclusion starts
-- matters: such an exclusion would be in no period and in no figure
-- resolve: correct the date in the source system and send the return again
with exclusion as (

    select 'exclusion_notice' as staged_table, start_date, submission_key, source_line, cast(null as boolean) as on_roll
    from staged.exclusion_notice

    union all

    select 'census_exclusion' as staged_table, start_date, submission_key, source_line, on_roll
    from staged.census_exclusion

)

select exclusion.staged_table, exclusion.submission_key, exclusion.source_line, exclusion.on_roll
from exclusion
left join core.dim_date as day
    on day.date = exclusion.start_date
where day.date is null
