-- The days of a suspension or lunchtime exclusion take other sessions than it has
-- severity: FAIL
-- why: each session of it falls on a school day of a term, or where no calendar says which, in the term of its first day
-- matters: a session that is lost or doubled moves a pupil across a threshold of statutory guidance
-- resolve: a fault of the model: compare sql/marts/mart_suspension_thresholds__day.sql with the named exclusion and the term dates after its first day
select exclusion.exclusion_key, exclusion.sessions, sum(day.sessions) as comes_to
from mart.mart_suspension_thresholds__exclusion as exclusion
left join mart.mart_suspension_thresholds__day as day
    on day.exclusion_key = exclusion.exclusion_key
where exclusion.category in ('SUSP', 'LNCH')
    and exclusion.sessions > 0
group by exclusion.exclusion_key, exclusion.sessions
having coalesce(sum(day.sessions), 0) <> exclusion.sessions
