-- One row: the thresholds of statutory guidance and the warnings before them as settings have them, in sessions, and within how many school
-- days governors are to meet.
select
    max(case when name = 'suspension_asked_days' then 2 * try_cast(value as integer) end) as asked,
    max(case when name = 'suspension_asked_warning_days' then 2 * try_cast(value as integer) end) as asked_warning,
    max(case when name = 'suspension_meeting_days' then 2 * try_cast(value as integer) end) as meeting,
    max(case when name = 'suspension_meeting_warning_days' then 2 * try_cast(value as integer) end) as meeting_warning,
    max(case when name = 'suspension_year_days' then 2 * try_cast(value as integer) end) as limit_of_year,
    max(case when name = 'suspension_year_warning_days' then 2 * try_cast(value as integer) end) as limit_warning,
    max(case when name = 'governors_asked_school_days' then try_cast(value as integer) end) as asked_within,
    max(case when name = 'governors_meeting_school_days' then try_cast(value as integer) end) as meeting_within
from config.setting
where name like 'suspension%'
    or name like 'governors%'
