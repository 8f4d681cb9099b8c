-- One row per authority, financial year, statement and line, or group of lines; rows of regions and of the country are left out.
select
    typed.statement,
    typed.financial_year,
    three_digits(typed.authority) as la_code,
    typed.detail,
    case
        when typed.detail <> 'LINES' then typed.detail
        else coalesce(    -- whatever stands around the number: "Line 1.2.3", "(1.2.3)", "1.2.3:"
            nullif(regexp_extract(typed.category, '^[(]?(?i:line +)?([0-9]+(?:[.][0-9]+)+)(?:[^0-9A-Za-z.].*|[.][^0-9].*|[.])?$', 1), ''),
            split_part(typed.category, ' ', 1))
    end as line_code,
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
