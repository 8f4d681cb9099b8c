-- At which schools did attendance of the last weeks differ from what is usual there by more than chance explains?
-- Asked with --restricted.
-- A school on a low base, or with too few weeks, has no signal: that says nothing of its attendance.
select school_name as "school", week_commencing as "week of", value as "attendance", centre as "usual", low as "from", high as "to", signal as "signal", direction as "which way"
from mart_signals
where chart = 'SERIES'
    and geographic_level = 'School'
    and measure_code = 'attendance_rate'
    and signal <> 'NONE'
    and week_commencing >= (select max(week_commencing) - 70 from mart_signals)
order by week_commencing desc, laestab;

-- Which schools stand apart from the schools of their phase, given their size?
-- Asked with --restricted.
select time_period as "year", data_status as "state", school_name as "school", education_phase as "phase", measure_name as "measure", value as "figure", centre as "schools of the phase",
    signal as "outside", direction as "which way"
from mart_signals
where chart = 'FUNNEL'
    and signal in ('BEYOND_95', 'BEYOND_998')
order by time_period desc, measure_code, laestab;

-- How many figures were looked at, how many of them gave a signal, and how many rest on too few?
-- Asked with --restricted.
select measure_name as "measure", chart as "chart", geographic_level as "of", count(*) as "figures", count(signal) as "judged",
    count(*) filter (where signal <> 'NONE') as "signals", count(*) filter (where is_low_base) as "low base"
from mart_signals
group by measure_name, chart, geographic_level
order by measure_name, chart, geographic_level;
