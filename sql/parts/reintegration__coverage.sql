-- One row per academic year and cohort in which a case began: whether it is one of returns or of managed moves.
select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    year.time_period,
    year.time_identifier,
    cohort.scope_code,
    cohort.scope_code <> 'MANAGED_MOVE' as is_of_returns,
    cohort.scope_code = 'MANAGED_MOVE' as is_of_moves,
    as_of_date() as as_at_date,
    'registers' as preferred_source,
    case
        when not year.is_closed then 'year_to_date'
        when add_days(year.window_end, cast(watch.value as integer) + 2 * cast(held.value as integer)) >= as_of_date() then 'provisional'
        else 'final'
    end as data_status
from core.dim_academic_period as year
join config.setting as watch
    on watch.name = 'reintegration_days'
join config.setting as held    -- sixty school days are over in twice as many days
    on held.name = 'reintegration_school_days'
cross join (values ('EXCLUDED'), ('IN_AP'), ('AT_RISK'), ('MANAGED_MOVE')) as cohort (scope_code)
join core.dim_local_authority as home
    on home.is_home_la
where year.time_identifier = 'Academic year'
    and year.is_begun
