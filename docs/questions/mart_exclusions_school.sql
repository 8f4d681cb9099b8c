-- Which schools of each phase suspended most for their size, in the last year that is over?
-- A figure that is hidden is no nought: why it is not told stands beside it.
select education_phase as "phase", school_name as "school", suspension as "suspensions",
    round(susp_rate, 1) as "per 100 pupils", round(days_lost_per_100_pupils, 1) as "days lost per 100 pupils",
    nullif(susp_rate_status, 'ok') as "why not told"
from mart_exclusions_school
where time_identifier = 'Academic year'
    and time_period = (select max(time_period) from mart_exclusions_school
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by education_phase, susp_rate desc nulls last, laestab;

-- Which schools tell the authority late of exclusions, or exclude pupils with an EHC plan without an interim review, this year?
-- Asked with --restricted.
select school_name as "school", suspension as "suspensions", perm_excl as "permanent exclusions",
    round(late_notification_pct, 1) as "told late, %",
    round(guiding_principles_used_pct, 1) as "by the guiding principles, %",
    round(ehcp_interim_review_pct, 1) as "interim review held, %",
    nullif(ehcp_interim_review_pct_status, 'ok') as "why there is no review"
from mart_exclusions_school
where time_identifier = 'Academic year'
    and time_period = (select max(time_period) from mart_exclusions_school)
order by late_notification_pct desc nulls last, laestab;
