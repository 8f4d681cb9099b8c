-- An EBSNA episode attended more sessions than were possible
select episode_id
from core.fact_ebsna_episode
where baseline_attended > baseline_possible
    or post_attended > post_possible
