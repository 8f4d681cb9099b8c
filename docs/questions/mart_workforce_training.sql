-- How many staff and schools have been trained in each course, this year and so far?
-- Staff are places taken: who came twice counts twice.
select course_title as "course", events, staff_trained as "staff this year", schools_trained as "schools this year",
    staff_so_far as "staff so far", schools_so_far as "schools so far",
    round(schools_so_far_pct, 1) as "of open schools, %", nullif(schools_so_far_pct_status, 'ok') as "why not told"
from mart_workforce_training
where time_identifier = 'Academic year' and role = 'Total'
    and time_period = (select max(time_period) from mart_workforce_training where time_identifier = 'Academic year')
order by course = 'Total', course;

-- Which roles have been trained in which course so far?
-- Asked with --restricted.
select course_title as "course", role, staff_trained as "staff this year", staff_so_far as "staff so far",
    schools_so_far as "schools so far"
from mart_workforce_training
where time_identifier = 'Academic year' and role <> 'Total' and course <> 'Total'
    and time_period = (select max(time_period) from mart_workforce_training where time_identifier = 'Academic year')
order by course, role;
