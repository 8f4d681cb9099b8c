-- The authority's attendance in a term or year is far from that of the last release
-- severity: HOLD
-- why: marks of a day more move the rate of a term by little, and possible sessions only grow
-- matters: absence, persistent absence and what is judged by them
-- resolve: see which marks came or went (bellwether releases review); withdraw a wrong file, or approve the release
select
    earlier.time_period,
    earlier.time_identifier,
    earlier.absence_rate as absence_rate_before,
    now.absence_rate as absence_rate_now,
    earlier.possible as possible_before,
    now.possible as possible_now
from before.mart_attendance_la as earlier
left join mart.mart_attendance_la as now
    on now.time_period = earlier.time_period
    and now.time_identifier = earlier.time_identifier
    and now.education_phase = earlier.education_phase
    and now.breakdown_topic = earlier.breakdown_topic
where earlier.education_phase = 'Total'
    and earlier.breakdown_topic = 'Total'
    and earlier.time_identifier not like 'Week%'
    and earlier.possible > 1000
    and (
        now.possible is null
        or (earlier.possible - now.possible) * 5 > earlier.possible
        or abs(now.absence_rate - earlier.absence_rate) > 2
        and now.possible * 4 < earlier.possible * 5    -- where a quarter more is known, the rate may move
    )
