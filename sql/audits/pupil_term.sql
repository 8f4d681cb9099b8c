-- A census tells of a term that is not in the calendar
-- severity: FAIL
-- rule: BLD-003
-- why: a census is of a term with a day on which it counts
-- matters: its pupils would be in no headcount
-- resolve: check year and term of the census file and send the set again
select 'census_pupil' as staged_table, pupil.submission_key, pupil.source_line, pupil.on_roll
from staged.census_pupil as pupil
left join core.dim_academic_period as period
    on period.time_period = pupil.academic_year
    and period.term = pupil.census_term
where period.term is null
