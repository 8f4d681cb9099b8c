-- Rules that need another return, another school or a total ask about rows
-- severity: WARN
-- why: what one return tells does not go with another, with the school as a whole or with what it told before
-- matters: one of the two sides is wrong, and figures rest on both
-- resolve: core.fact_dq_query names each row by submission and line, config/rules says why a rule asks and what to do about it
select asked.rule, rule.severity, asked.return_name, rule.message, count(*) as rows_asked_about, count(distinct asked.laestab) as schools
from core.fact_dq_query as asked
join config.build_rule as rule
    on rule.rule = asked.rule
group by asked.rule, rule.severity, asked.return_name, rule.message
