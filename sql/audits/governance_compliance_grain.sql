-- Two rows of mart.mart_governance_compliance tell of the same documents
-- severity: FAIL
-- why: what owes, year, type and element stand once
-- matters: sums over provisions would count documents twice
-- resolve: a fault of the model: see why mart.mart_governance_compliance has a row twice
select time_period, scope_type, scope_code, report_type, element
from mart.mart_governance_compliance
group by time_period, scope_type, scope_code, report_type, element
having count(*) > 1
