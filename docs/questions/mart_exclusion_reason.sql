-- For which reasons are pupils suspended most, in the last year that is over?
-- A suspension has up to three reasons: shares add up to more than 100, and mentions to more than suspensions.
select reason, susp_mentions as "suspensions for it", round(susp_share, 1) as "of 100 suspensions",
    susp_pupils as "pupils", nullif(susp_mentions_status, 'ok') as "why not told"
from mart_exclusion_reason
where time_identifier = 'Academic year' and phase_type_grouping = 'Total' and reason_code <> 'Total'
    and time_period = (select max(time_period) from mart_exclusion_reason
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
order by susp_mentions desc nulls last, reason_code;

-- Which reasons are given for more of the suspensions than in the year before, and which for fewer?
-- Reasons that are hidden or could not be given in either year are left out.
select ours.reason, round(before.susp_share, 1) as "year before, of 100",
    round(ours.susp_share, 1) as "of 100 suspensions", round(ours.susp_share - before.susp_share, 1) as "change"
from mart_exclusion_reason as ours
join mart_exclusion_reason as before    -- a year less 101 is the year before
    on before.reason_code = ours.reason_code
    and before.time_period = ours.time_period - 101
    and before.time_identifier = ours.time_identifier and before.phase_type_grouping = ours.phase_type_grouping
where ours.time_identifier = 'Academic year' and ours.phase_type_grouping = 'Total' and ours.reason_code <> 'Total'
    and ours.time_period = (select max(time_period) from mart_exclusion_reason
        where time_identifier = 'Academic year' and data_status <> 'year_to_date')
    and ours.susp_share_status = 'ok' and before.susp_share_status = 'ok'
order by ours.susp_share - before.susp_share desc, ours.reason_code;
