-- The authority's suspensions of a period are far from those of the last release
-- severity: HOLD
-- why: a count that runs on only grows, and of a period that has ended it changes by a few notices that come late
-- matters: suspension rates, and the targets that are judged by them
-- resolve: see which notices and censuses came or went (bellwether releases review); withdraw a wrong one, or approve the release
select
    earlier.time_period,
    earlier.time_identifier,
    earlier.suspension as suspension_before,
    now.suspension as suspension_now
from before.mart_exclusions_la as earlier
left join mart.mart_exclusions_la as now
    on now.time_period = earlier.time_period
    and now.time_identifier = earlier.time_identifier
    and now.phase_type_grouping = earlier.phase_type_grouping
    and now.breakdown_topic = earlier.breakdown_topic
where earlier.phase_type_grouping = 'Total'
    and earlier.breakdown_topic = 'Total'
    and earlier.suspension > 10
    and (
        now.suspension is null
        or abs(now.suspension - earlier.suspension) > 10
        and abs(now.suspension - earlier.suspension) * 5 > earlier.suspension
        and (now.suspension < earlier.suspension or now.data_status = 'final')
    )
