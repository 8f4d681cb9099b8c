-- One row per authority, financial year and block of the grant, as last published.
--
-- An allocation is published again as places and imports settle; each publication is kept as its own scope and the
-- latest counts.
with published as (

    select
        la_code,
        financial_year,
        block,
        published_on,
        gross_gbp,
        recoupment_gbp,
        net_gbp,
        submission_key,
        source_line,
        row_number() over (
            partition by la_code, financial_year, block
            order by published_on desc, source_line desc
        ) as place
    from staged.dsg_allocation

)

select
    stable_key(la_code, financial_year, block) as dsg_key,
    la_code,
    financial_year as time_period,
    'Financial year' as time_identifier,
    block,
    published_on,
    gross_gbp,
    recoupment_gbp,
    net_gbp,
    submission_key,
    source_line
from published
where place = 1
