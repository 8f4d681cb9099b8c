-- One row per week, school and pupil on a part-time timetable on a school day of it, as it stood on the week's last day.
--
-- The limit is six weeks, or a setting. The register keeps the last review alone: of an earlier week nobody can say more than that.
with limits as (

    select 7 * cast(value as integer) as days
    from config.setting
    where name = 'part_time_limit_weeks'

),

ran as (

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
    qualify row_number() over (
        partition by week.week_commencing, timetable.laestab, timetable.pupil_key
        order by timetable.start_date desc, timetable.part_time_timetable_key) = 1

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
    add_days(greatest(ran.run_start,
        case when ran.last_review_date <= ran.day then ran.last_review_date end,
        case when ran.earlier_review_date <= ran.day then ran.earlier_review_date end), limits.days) <= ran.day as is_unreviewed,
    coalesce(ran.review_due_date < ran.day and not coalesce(ran.last_review_date between ran.review_due_date and ran.day, false), false) as is_overdue,
    coalesce(ran.parent_agreed_date <= ran.day, false) as is_agreed
from ran
cross join limits
