-- One row per notice of an exclusion and per exclusion of a census, as it was sent.
select
    stable_key('notices', notice_id) as exclusion_key,
    'notices' as source,
    'notices' as source_set,
    cast(null as varchar) as reporting_census,
    cast(null as integer) as reporting_period,
    cast(null as varchar) as reporting_term,
    pupil_key as row_pupil_key,
    laestab,
    start_date,
    end_date,
    category,
    category_raw,
    sessions,
    sen_provision_at_start,
    notice_id,
    notice_date,
    day6_provision_start,
    governors_review_date,
    lac_at_start as is_looked_after_at_start,
    social_worker as has_social_worker,
    guiding_principles_used,
    ehcp_interim_review_held,
    coalesce(outcome, 'PENDING') as outcome,
    received_at,
    arrival,
    submission_key,
    source_line
from staged.exclusion_notice

union all

select
    stable_key(census.census, census_row.pupil_key, census_row.laestab, census_row.start_date, census_row.category,
        cast(census_row.on_roll as varchar) || case when census_row.nth_row > 1 then '|' || census_row.nth_row else '' end)
        as exclusion_key,
    'census' as source,
    census.census as source_set,
    census.census as reporting_census,
    census_row.academic_year as reporting_period,
    census_row.census_term as reporting_term,
    census_row.pupil_key as row_pupil_key,
    census_row.laestab,
    census_row.start_date,
    cast(null as date) as end_date,
    census_row.category,
    census_row.category_raw,
    census_row.sessions,
    census_row.sen_provision as sen_provision_at_start,
    cast(null as varchar) as notice_id,
    cast(null as date) as notice_date,
    cast(null as date) as day6_provision_start,
    cast(null as date) as governors_review_date,
    cast(null as boolean) as is_looked_after_at_start,
    cast(null as boolean) as has_social_worker,
    cast(null as boolean) as guiding_principles_used,
    cast(null as varchar) as ehcp_interim_review_held,
    'UPHELD' as outcome,
    census_row.received_at,
    cast(null as bigint) as arrival,
    census_row.submission_key,
    census_row.source_line
from (
    select    -- a pupil who left the school twice may bring an exclusion with each leaving
        *,
        row_number() over (
            partition by academic_year, census_term, pupil_key, laestab, start_date, category, on_roll
            order by source_line) as nth_row
    from staged.census_exclusion
) as census_row
join core.dim_census as census
    on census.time_period = census_row.academic_year
    and census.term = census_row.census_term
