-- Which schools have pupils on part-time timetables now, and which of these have run too long or are overdue for review?
-- Asked with --restricted.
select school_name as "school", "open" as "pupils", over_6_weeks as "more than six weeks",
    over_6_weeks_unreviewed as "of these not reviewed as long", review_overdue as "review overdue",
    round(parent_agreed_pct, 1) as "parents agreed, %", nullif(open_status, 'ok') as "why not told"
from mart_part_time_timetables
where is_current and geographic_level = 'School'
    and ("open" > 0 or open_status <> 'ok')    -- where nobody knows, nobody may be taken to be none
order by over_6_weeks desc nulls last, "open" desc nulls last, laestab;

-- Do marks and the register of timetables agree, in the last ten weeks?
-- Asked with --restricted.
select week_commencing as "week from", "open" as "on a timetable", c2_pupils as "marked C2",
    schools_marked as "schools with marks", unmatched_c2 as "marked, no timetable",
    unmatched_timetables as "timetable, not marked", nullif(unmatched_status, 'ok') as "why not told"
from mart_part_time_timetables
where geographic_level = 'Local authority' and data_status <> 'year_to_date'
order by week_commencing desc
limit 10;
