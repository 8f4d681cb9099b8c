-- An EBSNA episode attended more sessions than were possible
-- severity: FAIL
-- why: no child attends a session that was not possible
-- matters: the change of attendance in support is the difference of these two rates
-- resolve: a fault of the model: see the named episode's windows in sql/core/fact_ebsna_episode.sql: both numbers are of the same weeks
select episode_id
from core.fact_ebsna_episode
where baseline_attended > baseline_possible
    or post_attended > post_possible
