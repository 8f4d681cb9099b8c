-- One row per term and academic year since the register of placements tells of any, and topic: groups are told of pupils alone, not of places.
select
    'Local authority' as geographic_level,
    cast(home.la_code as varchar) as area_code,
    period.time_period,
    period.time_identifier,
    topic.breakdown_topic,
    topic.breakdown_topic = 'Total' as is_whole,
    least(period.window_end, as_of_date()) as as_at_date,
    'placement_register' as preferred_source,
    case
        when not period.is_closed then 'year_to_date'
        when period.window_end + 30 >= as_of_date() then 'provisional'
        else 'final'
    end as data_status
from core.dim_academic_period as period
join (select min(start_date) as first_start from core.fact_placement) as register
    on period.window_end >= register.first_start
join core.dim_local_authority as home
    on home.is_home_la
cross join (values
    ('Total'), ('Phase'), ('Sex'), ('SEN provision'), ('SEN primary need'), ('Ethnicity major'), ('Year group')) as topic (breakdown_topic)
where period.is_begun
