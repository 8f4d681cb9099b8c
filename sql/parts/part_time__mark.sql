-- One row per week, school and pupil with a mark of a part-time timetable (C2) or of education elsewhere (B, K), or with a timetable.
select
    week.week_commencing,
    weekly.laestab,
    weekly.pupil_key,
    week.is_of_c2 and sum(weekly.code_c2) > 0 as has_c2,
    sum(weekly.code_b) + sum(weekly.code_k) > 0 as is_off_site,
    sum(weekly.possible) > 0 as is_possible
from core.fact_attendance_weekly as weekly
join part.part_time__week as week
    on week.week_commencing = weekly.week_commencing
left join (select distinct pupil_key, laestab from core.fact_part_time_timetable) as timetable
    on timetable.pupil_key = weekly.pupil_key
    and timetable.laestab = weekly.laestab
where weekly.code_c2 + weekly.code_b + weekly.code_k > 0
    or timetable.pupil_key is not null
group by week.week_commencing, week.is_of_c2, weekly.laestab, weekly.pupil_key
