-- A row of the EBSNA facts has a school, provision or episode that no table knows
-- severity: FAIL
-- why: an episode or a half term that leads nowhere is in no figure of a school or provision
-- matters: the named rows are missing where EBSNA is told by school or provision
-- resolve: a fault of the model: unknown schools and provisions have the key -1, and a half term is of an episode that is there; see why the named
--     row gives another key
select episode.episode_id, 'school or provision' as reference
from core.fact_ebsna_episode as episode
left join core.dim_school as school
    on school.school_key = episode.school_key
left join core.dim_provision as provision
    on provision.provision_key = episode.provision_key
where school.school_key is null
    or provision.provision_key is null

union all

select cast(followed.ebsna_half_term_key as varchar) as episode_id, 'episode' as reference
from core.fact_ebsna_half_term as followed
left join core.fact_ebsna_episode as episode
    on episode.ebsna_episode_key = followed.ebsna_episode_key
where episode.ebsna_episode_key is null
