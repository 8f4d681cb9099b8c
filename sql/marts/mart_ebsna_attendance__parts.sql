-- One row per cell of mart.mart_ebsna_attendance, measure, part and row that adds to it.
--
-- EBSNA (emotionally based school non-attendance) has no statutory code; pupils are those of the register. The cohort
-- of a year is the episodes whose support started in it. A pupil is counted once a cell. What is compared is the
-- pupils with a possible session both in the weeks before support and in the period: their sessions after, against
-- theirs before.
with home as (

    select cast(value as integer) as la_code
    from config.setting
    where name = 'la'

),

followed as (    -- an episode in a half term, and in a year of half terms

    select
        ebsna_half_term_key as ebsna_period_key,
        'core.fact_ebsna_half_term' as fact,
        ebsna_episode_key,
        time_period,
        case half_term
            when 'AUT1' then 'Autumn half term 1'
            when 'AUT2' then 'Autumn half term 2'
            when 'SPR1' then 'Spring half term 1'
            when 'SPR2' then 'Spring half term 2'
            when 'SUM1' then 'Summer half term 1'
            when 'SUM2' then 'Summer half term 2'
        end as time_identifier,
        is_in_support, possible, attended, code_i, code_c, code_c2, code_o, code_n, code_b, code_k
    from core.fact_ebsna_half_term

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
        episode.time_period as cohort_time_period,
        coalesce(episode.provision_code, 'None') as provision_code,
        episode.support_start_date,
        episode.baseline_possible as told_possible,
        episode.baseline_attended as told_attended,
        episode.baseline_possible > 0 and followed.possible > 0 as is_compared
    from followed
    join core.fact_ebsna_episode as episode
        on episode.ebsna_episode_key = followed.ebsna_episode_key
    cross join home

),

placed as (    -- the cells of an episode: its cohort and all, its provision and all

    select
        judged.*,
        case cohort.kind when 'own' then cast(judged.cohort_time_period as varchar) else 'Total' end as cohort,
        case provision.kind when 'own' then judged.provision_code else 'Total' end as cell_provision_code
    from judged
    cross join (values ('own'), ('all')) as cohort (kind)
    cross join (values ('own'), ('all')) as provision (kind)

),

counted as (

    select
        placed.*,
        row_number() over (
            partition by time_period, time_identifier, cohort, cell_provision_code, pupil_key
            order by support_start_date desc, ebsna_episode_key) as nth_of_pupil
    from placed

),

cell as (

    select
        la_code, time_period, time_identifier, cohort, cell_provision_code as provision_code, fact, ebsna_period_key,
        case when nth_of_pupil = 1 then 1 end as pupil,
        case when nth_of_pupil = 1 and is_in_support then 1 end as in_support,
        case when is_compared then 1 end as compared,
        case when is_compared then possible end as compared_possible,
        case when is_compared then attended end as compared_attended,
        case when is_compared then told_possible end as baseline_possible,
        case when is_compared then told_attended end as baseline_attended,
        case when is_compared and attended * told_possible > told_attended * possible then 1 end as improved,
        case when is_compared and (told_possible - told_attended) * 2 >= told_possible then 1 end as severe_before,
        case when is_compared and (possible - attended) * 2 >= possible then 1 end as severe_after,
        possible, attended, code_i, code_c, code_c2, code_o, code_n, code_b, code_k
    from counted

),

part as (

    select
        cell.*,
        figure.measure,
        figure.part,
        case figure.amount_of
            when 'pupil' then cell.pupil
            when 'compared' then cell.compared
            when 'possible' then cell.possible
            when 'attended' then cell.attended
            when 'compared_possible' then cell.compared_possible
            when 'compared_attended' then cell.compared_attended
            when 'baseline_possible' then cell.baseline_possible
            when 'baseline_attended' then cell.baseline_attended
            when 'improved' then cell.improved
            when 'severe_before' then cell.severe_before
            when 'severe_after' then cell.severe_after
            when 'in_support' then cell.in_support
            when 'code_i' then cell.code_i
            when 'code_c' then cell.code_c
            when 'code_c2' then cell.code_c2
            when 'code_o' then cell.code_o
            when 'code_n' then cell.code_n
            when 'code_b' then cell.code_b
            when 'code_k' then cell.code_k
        end as amount
    from cell
    cross join (values
        ('pupils', 'value', 'pupil'), ('pupils_compared', 'value', 'compared'),
        ('sessions_possible', 'value', 'possible'), ('attendance_rate', 'numerator', 'attended'),
        ('attendance_rate', 'denominator', 'possible'), ('baseline_rate', 'numerator', 'baseline_attended'),
        ('baseline_rate', 'denominator', 'baseline_possible'), ('change_pp', 'attended after', 'compared_attended'),
        ('change_pp', 'possible after', 'compared_possible'), ('change_pp', 'attended before', 'baseline_attended'),
        ('change_pp', 'possible before', 'baseline_possible'), ('improved_pct', 'numerator', 'improved'),
        ('improved_pct', 'denominator', 'compared'), ('severe_before_pct', 'numerator', 'severe_before'),
        ('severe_before_pct', 'denominator', 'compared'), ('severe_after_pct', 'numerator', 'severe_after'),
        ('severe_after_pct', 'denominator', 'compared'), ('code_i_pct', 'numerator', 'code_i'),
        ('code_i_pct', 'denominator', 'possible'), ('code_c_pct', 'numerator', 'code_c'),
        ('code_c_pct', 'denominator', 'possible'), ('code_c2_pct', 'numerator', 'code_c2'),
        ('code_c2_pct', 'denominator', 'possible'), ('code_o_pct', 'numerator', 'code_o'),
        ('code_o_pct', 'denominator', 'possible'), ('code_n_pct', 'numerator', 'code_n'),
        ('code_n_pct', 'denominator', 'possible'), ('code_b_pct', 'numerator', 'code_b'),
        ('code_b_pct', 'denominator', 'possible'), ('code_k_pct', 'numerator', 'code_k'),
        ('code_k_pct', 'denominator', 'possible'), ('still_in_support', 'value', 'in_support')
    ) as figure (measure, part, amount_of)

)

select
    la_code,
    time_period,
    time_identifier,
    cohort,
    provision_code,
    measure,
    part,
    cast(amount as bigint) as amount,
    fact,
    ebsna_period_key as fact_key
from part
where amount is not null
