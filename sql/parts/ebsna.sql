-- One row per cell, part and row of an episode that adds to it.
--
-- EBSNA (emotionally based school non-attendance) has no statutory code; pupils are those of the register. The cohort of a year is the
-- episodes whose support started in it: the topic Cohort. A pupil is counted once a cell. What is compared is the pupils with a
-- possible session both in the weeks before support and in the period: their sessions after, against theirs before.
with followed as (    -- an episode in a half term, and in a year of half terms

    select
        ebsna_half_term_key as ebsna_period_key,
        'core.fact_ebsna_half_term' as fact,
        ebsna_episode_key,
        time_period,
        name.time_identifier,
        is_in_support, possible, attended, code_i, code_c, code_c2, code_o, code_n, code_b, code_k
    from core.fact_ebsna_half_term as half_term
    join config.half_term as name
        on name.code = half_term.half_term

    union all

    select
        ebsna_episode_key,
        'core.fact_ebsna_episode',
        ebsna_episode_key,
        time_period,
        'Academic year',
        max_by(is_in_support, last_marked),
        sum(possible), sum(attended), sum(code_i) as code_i, sum(code_c) as code_c, sum(code_c2) as code_c2,
        sum(code_o) as code_o, sum(code_n) as code_n, sum(code_b) as code_b, sum(code_k) as code_k
    from core.fact_ebsna_half_term
    group by ebsna_episode_key, time_period

),

judged as (

    select
        home.la_code,
        followed.*,
        episode.pupil_key,
        cast(episode.time_period as varchar) as cohort,
        coalesce(episode.provision_code, 'None') as provision_code,
        episode.support_start_date,
        episode.baseline_possible as told_possible,
        episode.baseline_attended as told_attended,
        episode.baseline_possible > 0 and followed.possible > 0 as is_compared
    from followed
    join core.fact_ebsna_episode as episode
        on episode.ebsna_episode_key = followed.ebsna_episode_key
    join core.dim_local_authority as home
        on home.is_home_la

),

placed as (    -- the cells of an episode: its cohort and all, its provision and all

    select
        judged.*,
        cohort.breakdown_topic,
        case cohort.breakdown_topic when 'Cohort' then judged.cohort else 'Total' end as breakdown,
        case provision.kind when 'own' then judged.provision_code else 'Total' end as scope_code
    from judged
    cross join (values ('Cohort'), ('Total')) as cohort (breakdown_topic)
    cross join (values ('own'), ('all')) as provision (kind)

),

counted as (

    select
        placed.*,
        row_number() over (
            partition by time_period, time_identifier, breakdown_topic, breakdown, scope_code, pupil_key
            order by support_start_date desc, ebsna_episode_key) as nth_of_pupil
    from placed

)

select
    'Local authority' as geographic_level,
    cast(counted.la_code as varchar) as area_code,
    counted.time_period,
    counted.time_identifier,
    counted.breakdown_topic,
    counted.breakdown,
    counted.scope_code,
    part.part,
    cast(case part.part
        when 'pupil' then case when nth_of_pupil = 1 then 1 else 0 end
        when 'in_support' then case when nth_of_pupil = 1 and is_in_support then 1 else 0 end
        when 'compared' then 1
        when 'compared_possible' then possible
        when 'compared_attended' then attended
        when 'baseline_possible' then told_possible
        when 'baseline_attended' then told_attended
        when 'improved' then case when attended * told_possible > told_attended * possible then 1 else 0 end
        when 'severe_before' then case when (told_possible - told_attended) * 2 >= told_possible then 1 else 0 end
        when 'severe_after' then case when (possible - attended) * 2 >= possible then 1 else 0 end
        when 'possible' then possible
        when 'attended' then attended
        when 'code_i' then code_i
        when 'code_c' then code_c
        when 'code_c2' then code_c2
        when 'code_o' then code_o
        when 'code_n' then code_n
        when 'code_b' then code_b
        when 'code_k' then code_k
    end as bigint) as amount,
    counted.fact,
    counted.ebsna_period_key as fact_key
from counted
join (values
    ('pupil', false), ('in_support', false), ('possible', false), ('attended', false), ('code_i', false), ('code_c', false),
    ('code_c2', false), ('code_o', false), ('code_n', false), ('code_b', false), ('code_k', false), ('compared', true),
    ('compared_possible', true), ('compared_attended', true), ('baseline_possible', true), ('baseline_attended', true), ('improved', true),
    ('severe_before', true), ('severe_after', true)) as part (part, is_of_compared)
    on counted.is_compared
    or not part.is_of_compared
