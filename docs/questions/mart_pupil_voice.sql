-- How many of the children whom we ask answer, and what becomes of what they say, year by year?
select time_period as "year", data_status as "state", sessions as "consultations",
    affected_cohort as "children concerned", respondents as "answered", round(feedback_pct, 1) as "answered, %",
    actions_raised as "actions", actions_closed as "of these done", nullif(feedback_pct_status, 'ok') as "why not told"
from mart_pupil_voice
where scope_type = 'TOTAL' and method = 'Total'
order by time_period;

-- Which schools have asked their pupils this year, and what has not been done of what followed?
-- Asked with --restricted.
select scope_title as "school", last_held_on as "last asked", respondents as "answered",
    round(feedback_pct, 1) as "answered, %", actions_raised as "actions", actions_raised - actions_closed as "not done",
    nullif(actions_closed_pct_status, 'ok') as "why not told"
from mart_pupil_voice
where scope_type = 'SCHOOL' and method = 'Total'
    and time_period = (select max(time_period) from mart_pupil_voice)
order by actions_raised - actions_closed desc nulls last, scope_code;
