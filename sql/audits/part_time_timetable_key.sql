-- Two rows of core.fact_part_time_timetable have the same key
-- severity: FAIL
-- rule: BLD-015
-- why: a timetable is one pupil and one stretch of time under one id
-- matters: a pupil on a part-time timetable would count twice
-- resolve: give each timetable an id of its own and send the register again
with numbered as (

    select submission_key, source_line, row_number() over (partition by part_time_timetable_key order by submission_key, source_line) as nth
    from core.fact_part_time_timetable

)

select 'part_time_timetable' as staged_table, submission_key, source_line
from numbered
where nth > 1
