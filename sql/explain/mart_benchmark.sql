-- One row per row of the mart, column, and figure of its own or published figure that the column is made of.
with column_of (mart_column, part_column) as (

    values ('la_value', 'la_value'), ('la_published', 'la_published'), ('region', 'region'), ('england', 'england'),
        ('sn_mean', 'neighbour'), ('gap_pp', 'la_value'), ('gap_pp', 'england')

),

listed as (

    select
        mart.time_period,
        mart.time_identifier,
        mart.education_phase,
        mart.measure_code,
        column_of.mart_column,
        column_of.part_column,
        mart.gap_pp_status,
        part.amount,
        part.fact,
        part.fact_key
    from mart.mart_benchmark as mart
    cross join column_of
    left join mart.mart_benchmark__part as part
        on part.time_period = mart.time_period
        and part.time_identifier = mart.time_identifier
        and part.education_phase = mart.education_phase
        and part.measure_code = mart.measure_code
        and part.mart_column = column_of.part_column
        and part.amount is not null

)

select
    time_period,
    time_identifier,
    education_phase,
    measure_code,
    mart_column,
    part_column as part,
    amount,
    fact,
    fact_key,
    case
        when mart_column = 'gap_pp' and gap_pp_status = 'ok'
            then cast(cast(max(case when part_column = 'la_value' then amount end) over one
                - max(case when part_column = 'england' then amount end) over one as double) as varchar)
        when mart_column = 'gap_pp' then null
        when mart_column = 'sn_mean' then cast(cast(try_cast(sum(amount) over one / count(amount) over one as decimal(18, 6)) as double) as varchar)
        else cast(cast(max(amount) over one as double) as varchar)
    end as recomputed
from listed
window one as (partition by time_period, time_identifier, education_phase, measure_code, mart_column)
