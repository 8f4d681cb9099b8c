-- Spending of the high needs block in a year is far from that of the last release
-- severity: HOLD
-- why: outturn of a year that has ended is settled, and that of a running one only grows
-- matters: what support costs, and what is said to be saved
-- resolve: see which ledgers and statements came or went (bellwether releases review); withdraw a wrong one, or approve the release
select
    earlier.time_period,
    earlier.scope_type,
    earlier.scope_code,
    earlier.outturn_net_gbp as outturn_net_gbp_before,
    now.outturn_net_gbp as outturn_net_gbp_now
from before.mart_hnb_cost as earlier
left join mart.mart_hnb_cost as now
    on now.time_period = earlier.time_period
    and now.time_identifier = earlier.time_identifier
    and now.scope_type = earlier.scope_type
    and now.scope_code = earlier.scope_code
where abs(earlier.outturn_net_gbp) > 100000
    and coalesce(now.preferred_source, earlier.preferred_source) = earlier.preferred_source    -- a statement may say another amount than a ledger
    and (
        now.outturn_net_gbp is null
        or abs(now.outturn_net_gbp - earlier.outturn_net_gbp) > 100000
        and abs(now.outturn_net_gbp - earlier.outturn_net_gbp) * 5 > abs(earlier.outturn_net_gbp)
        and (now.outturn_net_gbp < earlier.outturn_net_gbp or now.data_status = 'final')
    )
