-- Who owes documents that are overdue, or sent them late, in the last year in which any were due?
select scope_title as "who owes them", due, received as "came", overdue, on_time as "on time", timed as "of so many",
    round(on_time_pct, 1) as "on time, %", nullif(on_time_pct_status, 'ok') as "why not told"
from mart_governance_compliance
where scope_type <> 'TOTAL' and report_type = 'Total' and element = 'Total'
    and time_period = (select max(time_period) from mart_governance_compliance where due > 0)
order by overdue desc, on_time_pct nulls last, scope_type, scope_code;

-- Which elements do reports lack most often, in the last year of which any came?
select report_title as "document", element_title as "element", elements_required as "should have it",
    elements_present as "have it", round(elements_pct, 1) as "have it, %"
from mart_governance_compliance
where scope_type = 'TOTAL' and element <> 'Total'
    and time_period = (select max(time_period) from mart_governance_compliance
        where scope_type = 'TOTAL' and element <> 'Total' and elements_pct_status = 'ok')
order by elements_pct nulls last, report_type, element;
