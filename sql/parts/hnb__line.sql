-- One row per amount of Section 251, of every authority, and what it is a cost of: the block, a group or a line.
--
-- A group is Σ phases − income; place funding has the special and alternative provision columns alone, so the groups do not add
-- up to the block, to which a line 1.2.x belongs that the list of lines lacks. An amount that is not known is told as such, so that no sum
-- passes over it. Where no line of a statement has come, a group is what the department's workbook gives as its sum; the block and its
-- lines are not known then.
with s251 as (

    select fact.s251_key, fact.la_code, fact.time_period, fact.statement, fact.line_code, fact.phase, fact.gross_gbp,
        fact.income_gbp, fact.net_gbp, line.hnb_group, line.is_high_needs
    from core.fact_s251 as fact
    join core.dim_s251_line as line
        on line.s251_line_key = fact.s251_line_key
    where fact.s251_line_key <> -1

)

select la_code, time_period, statement, 'TOTAL' as scope_type, 'Total' as scope_code, net_gbp as amount, s251_key
from s251
where phase = 'Total' and is_high_needs

union all

select la_code, time_period, statement, 'TOTAL', 'Total', net_gbp, s251_key
from core.fact_s251
where phase = 'Total'
and detail = 'LINES'
and s251_line_key = -1
and line_code like '1.2.%'
and try_cast(substr(line_code, 5) as integer) is not null

union all

select la_code, time_period, statement, 'GROUP', hnb_group, net_gbp, s251_key
from s251
where phase = 'Total' and hnb_group <> 'PLACE' and (is_high_needs or hnb_group = 'TRANSPORT')

union all

select la_code, time_period, statement, 'GROUP', hnb_group, gross_gbp, s251_key
from s251
where hnb_group = 'PLACE' and phase in ('SPECIAL', 'ALTERNATIVE_PROVISION')

union all

select la_code, time_period, statement, 'GROUP', hnb_group, -income_gbp, s251_key
from s251
where hnb_group = 'PLACE' and phase = 'Total' and income_gbp is not null

union all

select la_code, time_period, statement, 'LINE', line_code, net_gbp, s251_key
from s251
where phase = 'Total'

union all

select published.la_code, published.time_period, published.statement, 'GROUP', published.detail, published.net_gbp, published.s251_key
from core.fact_s251 as published
where published.detail <> 'LINES' and published.phase = 'Total'
and not exists (
    select 1
    from s251
    where s251.la_code = published.la_code
    and s251.time_period = published.time_period
    and s251.statement = published.statement
)
