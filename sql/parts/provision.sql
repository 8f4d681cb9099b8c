-- One row per cell, part and placement that adds to it: who is placed, how placements began and how they ended.
--
-- A cell is a provision, a kind of provision, a tier of support or all of them, in a term or year; groups of pupils stand in years alone.
-- A pupil and a home school count once a cell. What is asked of a beginning is asked of placements that started in the period.
with scoped as (

    select stay.*, scope.scope_type,
        case scope.scope_type
            when 'PROVISION' then stay.provision_code
            when 'PROVISION_TYPE' then stay.provision_type
            when 'SUPPORT_TIER' then stay.support_tier
            else 'Total'
        end as scope_code
    from part.provision__stay as stay
    cross join (values ('Total'), ('PROVISION'), ('PROVISION_TYPE'), ('SUPPORT_TIER')) as scope (scope_type)

),

grouped as (

    select scoped.*, 'Total' as breakdown_topic, 'Total' as breakdown
    from scoped

    union all

    select scoped.*, 'Phase', home_phase
    from scoped
    where time_identifier = 'Academic year'

    union all

    select scoped.*, topic.breakdown_topic, coalesce(pupil.breakdown, 'Unknown')
    from scoped
    cross join (values ('Sex'), ('SEN provision'), ('SEN primary need'), ('Ethnicity major'), ('Year group')) as topic (breakdown_topic)
    left join core.bridge_pupil_characteristic as pupil
        on pupil.pupil_term_key = scoped.pupil_term_key
        and pupil.breakdown_topic = topic.breakdown_topic
    where scoped.time_identifier = 'Academic year'

),

counted as (

    select
        grouped.*,
        row_number() over (
            partition by time_period, time_identifier, breakdown_topic, breakdown, scope_type, scope_code, pupil_key
            order by start_date, placement_key) = 1 as is_first_of_pupil,
        row_number() over (
            partition by time_period, time_identifier, breakdown_topic, breakdown, scope_type, scope_code, home_laestab
            order by start_date, placement_key) = 1 and home_laestab is not null as is_first_of_school,
        row_number() over (
            partition by time_period, time_identifier, breakdown_topic, breakdown, scope_type, scope_code, pupil_key, is_outside
            order by is_excepted, start_date, placement_key) = 1 as is_first_outside,
        row_number() over (
            partition by time_period, time_identifier, breakdown_topic, breakdown, scope_type, scope_code, pupil_key, has_plan
            order by is_excepted, start_date, placement_key) = 1 as is_first_with_plan
    from grouped

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    counted.time_period,
    counted.time_identifier,
    counted.breakdown_topic,
    counted.breakdown,
    counted.scope_type,
    counted.scope_code,
    part.part,
    cast(case part.part
        when 'pupil' then case when is_first_of_pupil then 1 else 0 end
        when 'school' then case when is_first_of_school then 1 else 0 end
        when 'of_host' then case when is_first_of_pupil and is_of_host then 1 else 0 end
        when 'outside' then case when is_outside and is_first_outside then 1 else 0 end
        when 'outside_excepted' then case when is_outside and is_first_outside and is_excepted then 1 else 0 end
        when 'plan' then case when has_plan and is_first_with_plan then 1 else 0 end
        when 'plan_excepted' then case when has_plan and is_first_with_plan and is_excepted then 1 else 0 end
        when 'with_sessions' then case when sessions_per_week is not null then 1 else 0 end
        when 'session' then coalesce(sessions_per_week, 0)
        when 'started' then 1
        when 'consulted' then case when is_consulted then 1 else 0 end
        when 'met' then case when is_met then 1 else 0 end
        when 'exit_plan' then case when has_exit_plan then 1 else 0 end
        when 'planned' then case when is_planned then 1 else 0 end
        when 'referred' then case when is_referred then 1 else 0 end
        when 'referral_days' then case when is_referred then referral_days else 0 end
        when 'tiered' then case when ordinal is not null then 1 else 0 end
        when 'graduated' then case when ordinal_before < ordinal then 1 else 0 end
        when 'suspended' then case when suspension_days is not null then 1 else 0 end
        when 'suspension_days' then coalesce(suspension_days, 0)
        when 'beside_outside' then case when is_beside_outside then 1 else 0 end
        when 'ended' then 1
        when 'open' then case when not is_ended then 1 else 0 end
        when 'ended_planned' then case when is_planned then 1 else 0 end
        when 'kept_plan' then case when has_kept_plan then 1 else 0 end
        when 'returned' then case when is_returned then 1 else 0 end
    end as bigint) as amount,
    'core.fact_placement' as fact,
    counted.placement_key as fact_key
from counted
join core.dim_local_authority as home
    on home.is_home_la
join (values
    ('pupil', 'STAY'), ('school', 'STAY'), ('of_host', 'STAY'), ('outside', 'STAY'), ('outside_excepted', 'STAY'), ('plan', 'STAY'),
    ('plan_excepted', 'STAY'), ('with_sessions', 'STAY'), ('session', 'STAY'), ('open', 'STAY'), ('started', 'START'),
    ('consulted', 'START'), ('met', 'START'), ('exit_plan', 'START'), ('planned', 'START'), ('referred', 'START'),
    ('referral_days', 'START'), ('tiered', 'START'), ('graduated', 'START'), ('suspended', 'START'), ('suspension_days', 'START'),
    ('beside_outside', 'START'), ('ended', 'END'), ('ended_planned', 'END'), ('kept_plan', 'END'), ('returned', 'END'))
    as part (part, asked_of)
    on part.asked_of = 'STAY'
    or part.asked_of = 'START' and counted.is_started
    or part.asked_of = 'END' and counted.is_ended
