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

addend as (    -- what each cell is added up to, in the columns in which that differs from it

    select *, 'groups of ' || breakdown_topic as sum_of, time_identifier as of_period, phase_type_grouping as of_phase, 'Total' as of_topic,
        'Total' as of_group, scope_code as of_scope
    from cell
    where breakdown_topic <> 'Total'

    union all

    select *, 'phases', time_identifier, 'Total', breakdown_topic, breakdown, scope_code
    from cell
    where phase_type_grouping <> 'Total'

    union all

    select *, 'scopes', time_identifier, phase_type_grouping, breakdown_topic, breakdown, 'Total'
    from cell
    where scope_code <> 'Total'

    union all

    select *, case when time_identifier like '%half term%' then 'half terms' else 'terms' end, 'Academic year', phase_type_grouping,
        breakdown_topic, breakdown, scope_code
    from cell
    where time_identifier like '%term%'

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
        and cell.breakdown_topic = 'Total'

)

select addend.sum_of, total.cell_key as total_key, cast(null as varchar) as total_part, addend.cell_key as part_key,
    cast(null as varchar) as part
from addend
join cell as total
    on total.geographic_level = addend.geographic_level
    and total.area_code = addend.area_code
    and total.time_period = addend.time_period
    and total.time_identifier = addend.of_period
    and total.period_start is not distinct from addend.period_start
    and total.phase_type_grouping = addend.of_phase
    and total.breakdown_topic = addend.of_topic
    and total.breakdown = addend.of_group
    and total.scope_type = addend.scope_type
    and total.scope_code = addend.of_scope

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
