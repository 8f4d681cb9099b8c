-- One row per authority and financial year: the statement that its figures a head are of, the outturn once there is one, else the budget.
--
-- Lines go before sums of groups: a year with the budget by line and an outturn by group is divided by its budget, of which all is known.
select
    la_code,
    time_period,
    coalesce(    -- OUTTURN comes after BUDGET
        max(case when s251_line_key <> -1 then statement end),
        max(case when detail <> 'LINES' then statement end)
    ) as statement
from core.fact_s251
where s251_line_key <> -1 or detail <> 'LINES'
group by la_code, time_period
