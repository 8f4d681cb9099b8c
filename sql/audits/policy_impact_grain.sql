-- A change of a school's policy stands twice for a measure
-- severity: FAIL
-- why: a change is compared once; of two rows a reader takes either
-- matters: reports that list schools list such a school twice
-- resolve: a fault of the model: look in sql/marts/mart_policy_impact.sql and mart_policy_impact__part.sql for the join that gives the change two rows
select laestab, event, event_date, measure_code, count(*) as rows_found
from mart.mart_policy_impact
group by laestab, event, event_date, measure_code
having count(*) > 1
