-- One row per maintained school, financial year and CFR code that it returned.
--
-- A federation returns once, through its lead school, which names its schools. A return of a school that another one names counts its
-- money twice (FIN-002): it is marked and never left out. The codes say by total_group what adds to which total: total income
-- is that of TOTAL_INCOME with E30 taken off.
with member as (

    select amount.financial_year, amount.laestab
    from staged.cfr_amount as amount
    join staged.cfr_amount as lead
        on lead.financial_year = amount.financial_year
        and lead.laestab <> amount.laestab
        and position(' ' || cast(amount.laestab as varchar) || ' ' in ' ' || lead.federation_members || ' ') > 0
    where lead.federation_members is not null
    group by amount.financial_year, amount.laestab

),

amount as (

    select
        staged.*,
        add_days(financial_month_start(staged.financial_year, 12), 30) as year_end
    from staged.cfr_amount as staged

)

select
    stable_key(amount.laestab, amount.financial_year, amount.cfr_code) as cfr_key,
    amount.laestab,
    coalesce(school.school_key, -1) as school_key,
    amount.financial_year as time_period,
    'Financial year' as time_identifier,
    amount.cfr_code,
    code.label as cfr_name,
    code.kind,
    code.total_group,
    amount.amount_gbp,
    member.laestab is not null as is_returned_by_lead,
    amount.submission_key,
    amount.source_line
from amount
left join config.cfr_code as code
    on code.code = amount.cfr_code
left join core.dim_school as school
    on school.laestab = amount.laestab
    and amount.year_end between school.valid_from and school.valid_to
left join member
    on member.financial_year = amount.financial_year
    and member.laestab = amount.laestab
