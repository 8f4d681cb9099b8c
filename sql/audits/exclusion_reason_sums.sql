-- Mentions of reasons do not add up, or a reason has more suspensions or permanent exclusions than the authority
-- severity: FAIL
-- why: an exclusion mentions a reason once, and up to three reasons
-- matters: shares of reasons are per 100 of the authority's exclusions
-- resolve: a fault of the model: compare core.bridge_exclusion_reason of the named period with the exclusions that count in core.fact_exclusion
with reason as (

    select
        time_period,
        time_identifier,
        phase_type_grouping,
        sum(case when reason_code <> 'Total' then susp_mentions else 0 end) as susp_mentions,
        sum(case when reason_code <> 'Total' then perm_mentions else 0 end) as perm_mentions,
        max(case when reason_code <> 'Total' then susp_mentions else 0 end) as most_suspensions,
        max(case when reason_code <> 'Total' then perm_mentions else 0 end) as most_permanent,
        max(case when reason_code = 'Total' then susp_mentions end) as all_susp_mentions,
        max(case when reason_code = 'Total' then perm_mentions end) as all_perm_mentions
    from mart.mart_exclusion_reason
    group by time_period, time_identifier, phase_type_grouping

)

select reason.time_period, reason.time_identifier, reason.phase_type_grouping
from reason
left join mart.mart_exclusions_la as authority
    on authority.time_period = reason.time_period
    and authority.time_identifier = reason.time_identifier
    and authority.phase_type_grouping = reason.phase_type_grouping
    and authority.breakdown_topic = 'Total'
where coalesce(reason.susp_mentions, 0) <> coalesce(reason.all_susp_mentions, 0)
    or coalesce(reason.perm_mentions, 0) <> coalesce(reason.all_perm_mentions, 0)
    or coalesce(reason.most_suspensions, 0) > coalesce(authority.suspension, 0)
    or coalesce(reason.most_permanent, 0) > coalesce(authority.perm_excl, 0)
    or coalesce(reason.all_susp_mentions, 0) > 3 * coalesce(authority.suspension, 0)
