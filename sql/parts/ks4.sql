-- One row per cell, part and result of key stage 4 that adds to it.
--
-- A pupil has one result a year and stands once in each cohort that it belongs to; cohorts overlap. A cohort in which nobody was has a nought
-- in a year with results. What is not told of a pupil stands on neither side of a mean or share. Days spent in school are sessions attended of
-- those possible in the year, at whichever schools, without the study leave of those aged fifteen unless a setting says so.
with study_leave as (

    select coalesce(max(value), 'false') = 'true' as is_counted
    from config.setting
    where name = 'aged_fifteen_after_whitsun'

),

marked as (

    select result.ks4_result_key, sum(weekly.possible) as possible, sum(weekly.attending) as attended
    from core.fact_ks4_result as result
    join core.fact_attendance_weekly as weekly
        on weekly.pupil_key = result.pupil_key
        and weekly.time_period = result.time_period
    cross join study_leave
    where study_leave.is_counted
        or coalesce(weekly.half_term <> 'SUM2', true)
    group by result.ks4_result_key

),

banded as (

    select
        result.*,
        case
            when marked.possible is null or marked.possible = 0 then 'Unknown'
            when marked.attended * 100 >= marked.possible * 95 then '95 % and more'
            when marked.attended * 100 >= marked.possible * 90 then '90 to 95 %'
            when marked.attended * 100 >= marked.possible * 80 then '80 to 90 %'
            when marked.attended * 100 > marked.possible * 50 then '50 to 80 %'
            else '50 % and less'
        end as attendance_band
    from core.fact_ks4_result as result
    left join marked
        on marked.ks4_result_key = result.ks4_result_key

),

grouped as (

    select banded.*, cohort.cohort, 'Total' as breakdown_topic, 'Total' as breakdown,
        case cohort.cohort
            when 'IN_AP' then is_in_ap
            when 'PARTNERSHIP_Y11' then is_at_partnership_place
            when 'REMAINED_ON_ROLL' then is_supported_on_roll
            when 'EVER_PEX' then was_permanently_excluded
            else true
        end as is_member
    from banded
    cross join (values ('ALL'), ('IN_AP'), ('PARTNERSHIP_Y11'), ('REMAINED_ON_ROLL'), ('EVER_PEX')) as cohort (cohort)

    union all

    select banded.*, 'ALL', 'Attendance', attendance_band, true
    from banded

    union all

    select banded.*, 'ALL', topic.breakdown_topic, coalesce(pupil.breakdown, 'Unknown'), true
    from banded
    cross join (values ('Sex'), ('FSM'), ('SEN provision'), ('Ethnicity major')) as topic (breakdown_topic)
    left join core.bridge_pupil_characteristic as pupil
        on pupil.pupil_term_key = banded.pupil_term_key
        and pupil.breakdown_topic = topic.breakdown_topic

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    grouped.time_period,
    'Academic year' as time_identifier,
    grouped.breakdown_topic,
    grouped.breakdown,
    'COHORT' as scope_type,
    grouped.cohort as scope_code,
    part.part,
    cast(case when grouped.is_member then
        case part.part
            when 'pupil' then 1
            when 'with_entries' then case when gcse_entries is not null then 1 else 0 end
            when 'entry' then coalesce(gcse_entries, 0)
            when 'with_passes' then case when gcse_9_4 is not null then 1 else 0 end
            when 'pass' then coalesce(gcse_9_4, 0)
            when 'five_passes' then case when gcse_9_4 >= 5 then 1 else 0 end
            when 'with_basics' then case when gcse_9_5_english_maths is not null then 1 else 0 end
            when 'basics' then case when gcse_9_5_english_maths then 1 else 0 end
            when 'with_attainment' then case when attainment8 is not null then 1 else 0 end
            when 'attainment_hundredth' then coalesce(100 * attainment8, 0)
        end
        else 0 end as bigint) as amount,
    'core.fact_ks4_result' as fact,
    grouped.ks4_result_key as fact_key
from grouped
join core.dim_local_authority as home
    on home.is_home_la
join (values
    ('pupil'), ('with_entries'), ('entry'), ('with_passes'), ('pass'), ('five_passes'), ('with_basics'), ('basics'), ('with_attainment'),
    ('attainment_hundredth')) as part (part)
    on grouped.is_member
    or part.part = 'pupil'
