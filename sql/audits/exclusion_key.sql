-- An exclusion stands twice in one file of a census
-- severity: FAIL
-- rule: BLD-004
-- why: one file of a census tells of an exclusion once
-- matters: the exclusion would count twice wherever the census is the source
-- resolve: take out the line that repeats another and send the set again
with census_exclusion as (

    select
        submission_key,
        source_line,
        on_roll,
        row_number() over (
            partition by academic_year, census_term, pupil_key, laestab, start_date, category, on_roll
            order by submission_key, source_line) as nth
    from staged.census_exclusion

)

select 'census_exclusion' as staged_table, submission_key, source_line, on_roll
from census_exclusion
where nth > 1
