-- ATT-010: Part-time timetable not matched
-- severity: WARN
-- why: a pupil marked C2 is on a part-time timetable, and the authority is told of each; one side has gone on without the other for more than
--     six weeks, or part_time_limit_weeks
-- matters: a child who is not offered full-time education is known to the school alone, or a timetable runs on paper alone
-- resolve: ask the school; MARK is a pupil marked C2 without a timetable in the register, TIMETABLE one on a timetable without a mark C2;
--     mart.mart_part_time_timetables has how many there were in each week
select unmatched.side, unmatched.laestab, unmatched.since, timetable.timetable_id, count(*) as pupils
from part.part_time__unmatched as unmatched
join (select max(week_commencing) as week_commencing from part.part_time__week) as last_week
    on last_week.week_commencing = unmatched.week_commencing
left join core.fact_part_time_timetable as timetable
    on timetable.part_time_timetable_key = unmatched.part_time_timetable_key
group by unmatched.side, unmatched.laestab, unmatched.since, timetable.timetable_id
