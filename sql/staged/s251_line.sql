-- One row per authority, financial year, statement and line, or group of lines; rows of regions and of the country are left out.
select
    typed.statement,
    typed.financial_year,
    three_digits(typed.authority) as la_code,
    typed.detail,
    case typed.detail when 'LINES' then split_part(typed.category, ' ', 1) else typed.detail end as line_code,
    typed.category,
    typed.early_years_gbp,
    typed.primary_gbp,
    typed.secondary_gbp,
    typed.special_gbp,
    typed.alternative_provision_gbp,
    typed.post16_gbp,
    typed.gross_gbp,
    typed.income_gbp,
    typed.net_gbp,
    typed.source_line
from typed
where three_digits(typed.authority) is not null
