-- A school's roll is far from that of the last release
-- severity: HOLD
-- why: the roll of a year is counted in one census, and a census that is sent again changes it by a few
-- matters: every rate of the school is per pupil of its roll, and so is a part of every rate of the authority
-- resolve: see which census came (bellwether releases review); withdraw a wrong one, or approve the release
select
    earlier.time_period,
    earlier.laestab,
    earlier.roll as roll_before,
    now.roll as roll_now
from before.mart_school_scorecard as earlier
left join mart.mart_school_scorecard as now
    on now.time_period = earlier.time_period
    and now.laestab = earlier.laestab
where earlier.roll > 20
    and (now.roll is null or abs(now.roll - earlier.roll) > 20 and abs(now.roll - earlier.roll) * 5 > earlier.roll)
