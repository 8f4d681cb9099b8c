-- An EBSNA episode stands twice, or attended more sessions than were possible
select episode_id
from core.fact_ebsna_episode
group by episode_id
having count(*) > 1
    or max(baseline_attended - baseline_possible) > 0
    or max(post_attended - post_possible) > 0
