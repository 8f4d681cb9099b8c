-- One row per cell of a figure and cell that it is a part of: which cells add up to which, whatever the measure.
--
-- Groups of a topic add up to all, phases to all, kinds of provision to all, periods to their year, and schools to their phase, to
-- their kind of school and to the authority. A phase of schools has a cell of its own, level Schools, as the authority's figures know
-- either phases or kinds of school. Where a part of another name is added up, it is named: schools' pupils with free school meals are
-- the authority's headcount of that group. Some parts do not add up so, as a pupil may be counted in two of the cells; they are bounds.
with cell as (

    select distinct
        cell_key, geographic_level, area_code, time_period, time_identifier, period_start, phase_type_grouping, breakdown_topic, breakdown,
        scope_type, scope_code
    from mart.figure

),

school as (

    select distinct
        cell.cell_key,
        scored.la_code,
        scored.time_period,
        scored.education_phase,
        scored.phase_type_grouping,
        stable_key('Schools', cast(scored.la_code as varchar), scored.time_period, 'Academic year', cast(null as date),
            scored.education_phase, 'Total|Total', 'Total|Total') as phase_key
    from mart.mart_school_scorecard as scored
    join cell
        on cell.geographic_level = 'School'
        and cell.area_code = cast(scored.laestab as varchar)
        and cell.time_period = scored.time_period
        and cell.time_identifier = 'Academic year'

)

select 'groups of ' || part.breakdown_topic as sum_of, total.cell_key as total_key, cast(null as varchar) as total_part,
    part.cell_key as part_key, cast(null as varchar) as part
from cell as part
join cell as total
    on part.breakdown_topic <> 'Total'
    and total.breakdown_topic = 'Total'
    and total.geographic_level = part.geographic_level
    and total.area_code = part.area_code
    and total.time_period = part.time_period
    and total.time_identifier = part.time_identifier
    and total.period_start is not distinct from part.period_start
    and total.phase_type_grouping = part.phase_type_grouping
    and total.scope_type = part.scope_type
    and total.scope_code = part.scope_code

union all

select 'phases', total.cell_key, null, part.cell_key, null
from cell as part
join cell as total
    on part.phase_type_grouping <> 'Total'
    and total.phase_type_grouping = 'Total'
    and total.geographic_level = part.geographic_level
    and total.area_code = part.area_code
    and total.time_period = part.time_period
    and total.time_identifier = part.time_identifier
    and total.period_start is not distinct from part.period_start
    and total.breakdown_topic = part.breakdown_topic
    and total.breakdown = part.breakdown
    and total.scope_type = part.scope_type
    and total.scope_code = part.scope_code

union all

select 'scopes', total.cell_key, null, part.cell_key, null
from cell as part
join cell as total
    on part.scope_code <> 'Total'
    and total.scope_code = 'Total'
    and total.scope_type = part.scope_type
    and total.geographic_level = part.geographic_level
    and total.area_code = part.area_code
    and total.time_period = part.time_period
    and total.time_identifier = part.time_identifier
    and total.period_start is not distinct from part.period_start
    and total.phase_type_grouping = part.phase_type_grouping
    and total.breakdown_topic = part.breakdown_topic
    and total.breakdown = part.breakdown

union all

select case when part.time_identifier like '%half term%' then 'half terms' else 'terms' end, total.cell_key, null, part.cell_key, null
from cell as part
join cell as total
    on part.time_identifier like '%term%'
    and total.time_identifier = 'Academic year'
    and total.time_period = part.time_period
    and total.geographic_level = part.geographic_level
    and total.area_code = part.area_code
    and total.phase_type_grouping = part.phase_type_grouping
    and total.breakdown_topic = part.breakdown_topic
    and total.breakdown = part.breakdown
    and total.scope_type = part.scope_type
    and total.scope_code = part.scope_code

union all

select 'schools of the phase', phase_key, null, cell_key, null
from school

union all

select 'schools', total.cell_key, null, school.cell_key, null
from school
join cell as total
    on total.geographic_level = 'Local authority'
    and total.area_code = cast(school.la_code as varchar)
    and total.time_period = school.time_period
    and total.time_identifier = 'Academic year'
    and total.phase_type_grouping in (school.education_phase, school.phase_type_grouping, 'Total')
    and total.breakdown_topic = 'Total'
    and total.scope_code = 'Total'

union all

select 'schools of a group', total.cell_key, 'roll.headcount', school.cell_key, named.part
from school
join (values
    ('roll.fsm', 'FSM', 'Eligible'),
    ('roll.ehcp', 'SEN provision', 'Education, health and care plan'),
    ('roll.sen_support', 'SEN provision', 'SEN support / SEN without an EHC plan'),
    ('roll.eal', 'EAL', 'EAL')) as named (part, breakdown_topic, breakdown)
    on true
join cell as total
    on total.geographic_level = 'Local authority'
    and total.area_code = cast(school.la_code as varchar)
    and total.time_period = school.time_period
    and total.time_identifier = 'Academic year'
    and total.phase_type_grouping in (school.education_phase, school.phase_type_grouping, 'Total')
    and total.breakdown_topic = named.breakdown_topic
    and total.breakdown = named.breakdown
    and total.scope_code = 'Total'
