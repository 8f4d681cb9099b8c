-- Which schools have changed their policy or signed the charter, and how did suspensions of the authority change meanwhile?
select event_date as "day", school_name as "school", event as "what", training_date as "trained before",
    pre_period as "term before", post_period as "term after", round(la_change_pct, 1) as "authority, change in %",
    nullif(la_change_pct_status, 'ok') as "why not told"
from mart_policy_impact
where measure_code = 'suspension'
order by event_date desc, laestab, event;

-- Did suspensions change otherwise than in the authority as a whole, where a school has changed its policy?
-- Asked with --restricted.
-- Two terms of one school prove nothing: the note says where the base is small or the sources differ.
select school_name as "school", event_date as "policy changed", post_period as "term after", pre_value as "year before",
    post_value as "suspensions", round(change_pct, 1) as "change, %", round(la_change_pct, 1) as "authority, %",
    round(difference_pp, 1) as "difference, percentage points", n_note as "note",
    nullif(difference_pp_status, 'ok') as "why not told"
from mart_policy_impact
where event = 'POLICY_CHANGE' and measure_code = 'suspension'
order by event_date desc, difference_pp nulls last, laestab;
