-- One row per cell, part and case of a cohort that adds to it.
--
-- A case stands in the academic year in which it began, with all pupils, its band of year groups and the pupil's groups of the term in which
-- it began. Cohorts overlap and are not to be added.
with grouped as (

    select reintegration.*, 'Total' as breakdown_topic, 'Total' as breakdown
    from part.reintegration__case as reintegration

    union all

    select reintegration.*, 'Year band',
        case
            when try_cast(pupil.ncyear as integer) between 1 and 6 then 'Years 1 to 6'
            when try_cast(pupil.ncyear as integer) between 7 and 9 then 'Years 7 to 9'
            when try_cast(pupil.ncyear as integer) between 10 and 11 then 'Years 10 and 11'
            when pupil.ncyear is null then 'Unknown'
            else 'Other years'
        end
    from part.reintegration__case as reintegration
    left join core.dim_pupil as pupil
        on pupil.pupil_term_key = reintegration.pupil_term_key

    union all

    select reintegration.*, topic.breakdown_topic, coalesce(pupil.breakdown, 'Unknown')
    from part.reintegration__case as reintegration
    cross join (values ('Sex'), ('SEN provision'), ('FSM'), ('Ethnicity major')) as topic (breakdown_topic)
    left join core.bridge_pupil_characteristic as pupil
        on pupil.pupil_term_key = reintegration.pupil_term_key
        and pupil.breakdown_topic = topic.breakdown_topic

),

placed as (

    select
        grouped.*,
        academic_year(grouped.start_date) as time_period,
        academic_year(grouped.return_date) = academic_year(grouped.away_from) and term_of(grouped.return_date) = term_of(grouped.away_from)
            as is_of_term,
        back_to.neighbourhood is not null and own.neighbourhood is not null as is_known_where,
        back_to.neighbourhood = own.neighbourhood and grouped.return_laestab <> grouped.laestab as is_of_partnership
    from grouped
    left join core.dim_school as own
        on own.laestab = grouped.laestab
        and grouped.start_date between own.valid_from and own.valid_to
    left join core.dim_school as back_to
        on back_to.laestab = grouped.return_laestab
        and coalesce(grouped.return_date, grouped.start_date) between back_to.valid_from and back_to.valid_to

)

select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    placed.time_period,
    'Academic year' as time_identifier,
    placed.breakdown_topic,
    placed.breakdown,
    'COHORT' as scope_type,
    placed.cohort as scope_code,
    part.part,
    cast(case part.part
        when 'began' then 1
        when 'closed' then case when is_closed then 1 else 0 end
        when 'open' then case when not is_closed then 1 else 0 end
        when 'returned' then case when is_returned then 1 else 0 end
        when 'timed' then case when is_closed and is_timed then 1 else 0 end
        when 'within_days' then case when is_returned and return_days <= 6 then 1 else 0 end
        when 'within_term' then case when is_returned and is_of_term then 1 else 0 end
        when 'watched' then case when is_watched then 1 else 0 end
        when 'sustained' then case when is_watched and is_sustained then 1 else 0 end
        when 'known_where' then case when is_returned and is_known_where then 1 else 0 end
        when 'partnership' then case when is_returned and is_of_partnership then 1 else 0 end
        when 'move' then 1
        when 'decided' then case when is_successful is not null then 1 else 0 end
        when 'succeeded' then case when is_successful then 1 else 0 end
    end as bigint) as amount,
    placed.fact,
    placed.fact_key
from placed
join core.dim_local_authority as home
    on home.is_home_la
join (values
    ('began', false), ('closed', false), ('open', false), ('returned', false), ('timed', false), ('within_days', false), ('within_term', false),
    ('watched', false), ('sustained', false), ('known_where', false), ('partnership', false), ('move', true), ('decided', true),
    ('succeeded', true)) as part (part, is_of_moves)
    on part.is_of_moves = (placed.cohort = 'MANAGED_MOVE')
