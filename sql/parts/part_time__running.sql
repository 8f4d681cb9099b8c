-- One row per week, school and pupil on a part-time timetable on a school day of it, as it stood on the week's last day.
--
-- The limit is six weeks, or a setting. The register keeps the last review alone: of an earlier week nobody can say more than that. Where two
-- timetables began on one day, they are one: with the later day of review, and agreed where either is.
with limits as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'part_time_limit_weeks'

),

overlapping as (

    select
        week.week_commencing,
        week.last_day_before,
        week.first_day_after,
        timetable.*,
        least(week.last_day, timetable.run_end) as day
    from part.part_time__week as week
    join part.part_time__timetable as timetable
        on timetable.start_date <= week.last_day
        and timetable.until >= week.first_day
    where week.is_registered

),

ran as (

    select
        week_commencing,
        last_day_before,
        first_day_after,
        day,
        laestab,
        pupil_key,
        min(pupil_term_key) as pupil_term_key,
        min(part_time_timetable_key) as part_time_timetable_key,
        min(run_start) as run_start,
        max(run_end) as run_end,
        min(sessions_offered_per_week) as sessions_offered_per_week,
        max(review_due_date) as review_due_date,
        max(case when last_review_date <= day then last_review_date end) as last_review_date,
        max(case when earlier_review_date <= day then earlier_review_date end) as earlier_review_date,
        min(parent_agreed_date) as parent_agreed_date
    from overlapping
    group by week_commencing, last_day_before, first_day_after, day, laestab, pupil_key, start_date
    qualify row_number() over (partition by week_commencing, laestab, pupil_key order by start_date desc) = 1

)

select
    ran.week_commencing,
    ran.laestab,
    ran.pupil_key,
    ran.pupil_term_key,
    ran.part_time_timetable_key,
    ran.sessions_offered_per_week,
    coalesce(ran.run_start > ran.last_day_before, false) as is_started,
    ran.run_end < ran.first_day_after as is_closed,
    add_days(ran.run_start, limits.days) <= ran.day as is_over,
    add_days(greatest(ran.run_start, ran.last_review_date, ran.earlier_review_date), limits.days) <= ran.day as is_unreviewed,
    coalesce(ran.review_due_date < ran.day and not coalesce(ran.last_review_date >= ran.review_due_date, false), false) as is_overdue,
    coalesce(ran.parent_agreed_date <= ran.day, false) as is_agreed
from ran
cross join limits
