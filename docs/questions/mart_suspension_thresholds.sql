-- For which pupils must governors meet, or meet if parents ask, and by when?
-- Asked with --restricted.
-- A pupil is named by a pseudonym; bellwether subject says what is held on one. A day has two sessions.
select pupil_key as "pupil", school_name as "school of the last exclusion", schools as "schools of the year",
    sessions_term * 0.5 as "days this term", sessions_year * 0.5 as "days this year", sessions_left * 0.5 as "days left of the year",
    governors_duty as "governors", governors_due_on as "by"
from mart_suspension_thresholds
where governors_duty <> 'CONSIDER'
order by governors_due_on nulls last, pupil_key;

-- To whom is education owed from the sixth school day without anybody saying that it began in time, and who is to be told of the pupil?
-- Asked with --restricted.
-- Where it is not known whether a child is looked after or has a social worker, the answer is empty.
select pupil_key as "pupil", school_name as "school", is_excluded as "permanently excluded", day6_due_on as "owed from",
    day6_provided_on as "began on", day6_state as "state", is_looked_after as "Virtual School", has_social_worker as "social worker"
from mart_suspension_thresholds
where day6_owed > coalesce(day6_met, 0)
order by day6_due_on nulls last, pupil_key;
