-- How many pupils do provisions support each year, how full are they, and how many go back to a mainstream school?
select time_period as "year", data_status as "state", capacity as "places", pupils_supported as "pupils", started,
    ended, round(mean_occupancy_pct, 1) as "occupancy, %", reintegrated as "back to a mainstream school",
    round(reintegration_rate, 1) as "of those that ended, %", length_of_stay_median_days as "school days, median stay",
    nullif(mean_occupancy_pct_status, 'ok') as "why there is no occupancy"
from mart_provision_monitor
where scope_type = 'Total' and breakdown_topic = 'Total' and time_identifier = 'Academic year'
order by time_period;

-- Do placements begin as they should: parents consulted, meeting held, a plan for the end?
select time_period as "year", data_status as "state", started,
    round(parent_consulted_pct, 1) as "parents consulted, %", round(mdt_pct, 1) as "meeting held, %",
    round(exit_plan_pct, 1) as "exit plan, %", round(referral_to_start_days, 0) as "days from referral, mean",
    nullif(exit_plan_pct_status, 'ok') as "why not told"
from mart_provision_monitor
where scope_type = 'Total' and breakdown_topic = 'Total' and time_identifier = 'Academic year'
order by time_period;

-- Which provisions are full, for how long do pupils stay, and how many of them go back?
-- Asked with --restricted.
select scope_name as "provision", capacity as "places", pupils_supported as "pupils",
    round(mean_occupancy_pct, 1) as "occupancy, %", waiting_list as "waiting",
    length_of_stay_median_days as "school days, median stay", ended,
    round(reintegration_rate, 1) as "back, % of these", round(cost_per_pupil_week_gbp, 0) as "a pupil and week, £",
    nullif(mean_occupancy_pct_status, 'ok') as "why there is no occupancy"
from mart_provision_monitor
where scope_type = 'PROVISION' and breakdown_topic = 'Total' and time_identifier = 'Academic year'
    and time_period = (select max(time_period) from mart_provision_monitor
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by mean_occupancy_pct desc nulls last, scope_code;
