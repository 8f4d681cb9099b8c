-- One row per authority, financial year, statement, line and phase; phase Total has the line's income and net as well.
--
-- Income is stated for the line, never for a phase. Lines that only add others up (a text before the first blank
-- that is no known line) keep their code and stand under the unknown line, so that no mart sums them twice. So does the sum of a
-- group of lines, which stands under the code of the group. Rows of regions and of the country have no authority and are left out.
with phase (phase) as (

    values
        ('EARLY_YEARS'), ('PRIMARY'), ('SECONDARY'), ('SPECIAL'), ('ALTERNATIVE_PROVISION'), ('POST16'), ('Total')

),

by_phase as (

    select
        line.*,
        phase.phase,
        case phase.phase
            when 'EARLY_YEARS' then line.early_years_gbp
            when 'PRIMARY' then line.primary_gbp
            when 'SECONDARY' then line.secondary_gbp
            when 'SPECIAL' then line.special_gbp
            when 'ALTERNATIVE_PROVISION' then line.alternative_provision_gbp
            when 'POST16' then line.post16_gbp
            else line.gross_gbp
        end as phase_gbp
    from staged.s251_line as line
    cross join phase

)

select
    stable_key(
        by_phase.la_code,
        by_phase.financial_year,
        by_phase.statement,
        by_phase.line_code,
        by_phase.category,
        by_phase.phase
    ) as s251_key,
    by_phase.la_code,
    by_phase.financial_year as time_period,
    'Financial year' as time_identifier,
    by_phase.statement,
    coalesce(by_phase.detail, 'LINES') as detail,
    by_phase.line_code,
    by_phase.category,
    coalesce(line.s251_line_key, -1) as s251_line_key,
    by_phase.phase,
    by_phase.phase_gbp as gross_gbp,
    case by_phase.phase when 'Total' then by_phase.income_gbp end as income_gbp,
    case by_phase.phase when 'Total' then coalesce(by_phase.net_gbp, by_phase.gross_gbp - by_phase.income_gbp) end as net_gbp,
    by_phase.submission_key,
    by_phase.source_line
from by_phase
left join core.dim_s251_line as line
    on line.line_code = by_phase.line_code
    and coalesce(by_phase.detail, 'LINES') = 'LINES'
    and by_phase.financial_year between line.valid_from_fy and line.valid_to_fy
where by_phase.la_code is not null
and (by_phase.phase = 'Total' or by_phase.phase_gbp is not null)
