-- One row per authority, financial year, statement, line and phase; phase Total has the line's income and net as well.
--
-- Income is stated for the line, never for a phase. Lines that only add others up (a text before the first blank that is no
-- known line) keep their code and stand under the unknown line, so that no mart sums them twice. Rows of regions and of the
-- country have no authority and are left out.
with by_phase as (

    select statement, financial_year, la_code, line_code, category, 'EARLY_YEARS' as phase, early_years_gbp as gross_gbp,
        cast(null as decimal(14, 2)) as income_gbp, cast(null as decimal(14, 2)) as net_gbp, submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'PRIMARY', primary_gbp, null, null, submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'SECONDARY', secondary_gbp, null, null, submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'SPECIAL', special_gbp, null, null, submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'ALTERNATIVE_PROVISION', alternative_provision_gbp, null, null,
        submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'POST16', post16_gbp, null, null, submission_key, source_line
    from staged.s251_line

    union all

    select statement, financial_year, la_code, line_code, category, 'Total', gross_gbp, income_gbp, net_gbp, submission_key, source_line
    from staged.s251_line

)

select
    stable_key(by_phase.la_code, by_phase.financial_year, by_phase.statement, by_phase.category, by_phase.phase) as s251_key,
    by_phase.la_code,
    by_phase.financial_year as time_period,
    'Financial year' as time_identifier,
    by_phase.statement,
    by_phase.line_code,
    by_phase.category,
    coalesce(line.s251_line_key, -1) as s251_line_key,
    by_phase.phase,
    by_phase.gross_gbp,
    by_phase.income_gbp,
    by_phase.net_gbp,
    by_phase.submission_key,
    by_phase.source_line
from by_phase
left join core.dim_s251_line as line
    on line.line_code = by_phase.line_code
    and by_phase.financial_year between line.valid_from_fy and line.valid_to_fy
where by_phase.la_code is not null
and (by_phase.phase = 'Total' or by_phase.gross_gbp is not null)
