-- One row per row of the mart, comparison of it, and figure of the area or of England that it is made of.
with own as (

    select
        mart.time_period,
        mart.time_identifier,
        mart.geographic_level,
        mart.neighbourhood,
        mart.breakdown_topic,
        mart.breakdown,
        column_of.mart_column,
        column_of.measure_code,
        column_of.is_of_england,
        side.side,
        coalesce(mart.neighbourhood, cast(mart.la_code as varchar)) as area_code,
        case side.side when 'all' then 'Total' else mart.breakdown_topic end as side_topic,
        case side.side when 'all' then 'Total' else mart.breakdown end as side_breakdown
    from mart.mart_exclusions_cohort as mart
    cross join (values
        ('relative_rate', 'susp_rate', false), ('gap_pp', 'susp_rate', false), ('perm_relative_rate', 'perm_excl_rate', false),
        ('perm_gap_pp', 'perm_excl_rate', false), ('england_rate', 'susp_rate', true), ('england_relative_rate', 'susp_rate', true),
        ('perm_england_rate', 'perm_excl_rate', true), ('perm_england_relative_rate', 'perm_excl_rate', true))
        as column_of (mart_column, measure_code, is_of_england)
    join (values ('group'), ('all')) as side (side)
        on side.side = 'group'
        or column_of.mart_column not in ('england_rate', 'perm_england_rate')

),

listed as (

    select
        own.*,
        figure.numerator,
        figure.denominator,
        case when own.is_of_england then benchmark.value else cast(figure.value as double) end as amount,
        case when own.is_of_england then 'core.fact_benchmark' else 'mart.figure' end as fact,
        case when own.is_of_england then benchmark.benchmark_key else stable_key(figure.measure_code, figure.cell_key) end as fact_key
    from own
    left join mart.figure as figure
        on not own.is_of_england
        and figure.measure_code = own.measure_code
        and figure.geographic_level = own.geographic_level
        and figure.area_code = own.area_code
        and figure.time_period = own.time_period
        and figure.time_identifier = own.time_identifier
        and figure.phase_type_grouping = 'Total'
        and figure.breakdown_topic = own.side_topic
        and figure.breakdown = own.side_breakdown
        and figure.value is not null
    left join core.fact_benchmark as benchmark
        on own.is_of_england
        and own.geographic_level = 'Local authority'
        and (benchmark.dataset = 'exclusions' or benchmark.dataset like 'exclusions_by_%')
        and benchmark.geographic_level = 'National'
        and benchmark.measure = own.measure_code
        and benchmark.time_period = own.time_period
        and benchmark.time_identifier = own.time_identifier
        and benchmark.phase_type_grouping = 'Total'
        and own.side_topic = case benchmark.breakdown_topic
            when 'Free school meals' then 'FSM'
            when 'Ethnicity' then 'Ethnicity major'
            when 'Minor ethnicity' then 'Ethnicity minor'
            when 'SEN' then 'SEN provision'
            when 'SEN need' then 'SEN primary need'
            else benchmark.breakdown_topic
        end
        and benchmark.breakdown = own.side_breakdown

),

compared as (

    select
        listed.*,
        max(case when side = 'group' then numerator end) over one as group_numerator,
        max(case when side = 'group' then denominator end) over one as group_denominator,
        max(case when side = 'all' then numerator end) over one as all_numerator,
        max(case when side = 'all' then denominator end) over one as all_denominator,
        max(case when side = 'group' then amount end) over one as group_amount,
        max(case when side = 'all' then amount end) over one as all_amount
    from listed
    window one as (partition by time_period, time_identifier, geographic_level, neighbourhood, breakdown_topic, breakdown, mart_column)

)

select
    time_period,
    time_identifier,
    geographic_level,
    neighbourhood,
    breakdown_topic,
    breakdown,
    mart_column,
    side as part,
    amount,
    fact,
    case when amount is not null then fact_key end as fact_key,
    case
        when mart_column in ('england_rate', 'perm_england_rate') then cast(group_amount as varchar)
        when is_of_england
            then cast(quotient(cast(round(100000 * group_amount) as bigint), cast(round(100000 * all_amount) as bigint), 1) as varchar)
        when mart_column in ('gap_pp', 'perm_gap_pp')
            then cast(cast(cast(group_amount as decimal(18, 5)) - cast(all_amount as decimal(18, 5)) as double) as varchar)
        else cast(quotient(cast(group_numerator * all_denominator as bigint), cast(group_denominator * all_numerator as bigint), 1) as varchar)
    end as recomputed
from compared
