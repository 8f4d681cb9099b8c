-- One row per row of the mart, of its place and spread, and suspension rate of a school of the phase that it stands on.
with rated as (

    select
        mart.time_period,
        mart.time_identifier,
        mart.laestab,
        mart.education_phase,
        figure.value,
        stable_key(figure.measure_code, figure.cell_key) as fact_key,
        count(figure.value) over phase as schools,
        row_number() over (
            partition by mart.time_period, mart.time_identifier, mart.education_phase order by figure.value nulls last, mart.laestab) - 1 as nth
    from mart.mart_exclusions_school as mart
    left join mart.figure as figure
        on figure.measure_code = 'susp_rate'
        and figure.geographic_level = 'School'
        and figure.area_code = cast(mart.laestab as varchar)
        and figure.time_period = mart.time_period
        and figure.time_identifier = mart.time_identifier
        and figure.breakdown_topic = 'Total'
        and figure.value is not null
    window phase as (partition by mart.time_period, mart.time_identifier, mart.education_phase)

),

phase_spread as (

    select
        time_period,
        time_identifier,
        education_phase,
        sum(value * case nth
            when floor(3 * (schools - 1) / 4) then 4 - 3 * (schools - 1) % 4
            when floor(3 * (schools - 1) / 4) + 1 then 3 * (schools - 1) % 4
            else 0
        end - value * case nth
            when floor((schools - 1) / 4) then 4 - (schools - 1) % 4
            when floor((schools - 1) / 4) + 1 then (schools - 1) % 4
            else 0
        end) as fourfold
    from rated
    where value is not null
    group by time_period, time_identifier, education_phase

)

select
    own.time_period,
    own.time_identifier,
    own.laestab,
    column_of.mart_column,
    'susp_rate' as part,
    other.value as amount,
    'mart.figure' as fact,
    other.fact_key,
    case
        when own.schools < 4 then null
        when column_of.mart_column = 'school_rate_iqr' then cast(quotient(cast(100000 * phase_spread.fourfold as bigint), 400000, 1) as varchar)
        when own.value is not null then cast(1 + count(case when other.value < own.value then 1 end) over (
            partition by own.time_period, own.time_identifier, own.laestab, column_of.mart_column) as varchar)
    end as recomputed
from rated as own
cross join (values ('rank_in_la'), ('school_rate_iqr')) as column_of (mart_column)
left join rated as other
    on other.time_period = own.time_period
    and other.time_identifier = own.time_identifier
    and other.education_phase = own.education_phase
    and other.value is not null
left join phase_spread
    on phase_spread.time_period = own.time_period
    and phase_spread.time_identifier = own.time_identifier
    and phase_spread.education_phase = own.education_phase
