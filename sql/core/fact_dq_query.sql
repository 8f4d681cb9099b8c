-- One row per row of a live submission, or a school's part of it, that a rule asks about which needs another return, another school or a total.
--
-- Nothing is changed by it: no row is rejected for what another one says, since that one may be wrong. What a rule asks and why stands in
-- config/rules, under its code; a rule that is not there is not asked.
with asked as (

    select * from core.fact_dq_query__exclusion
    union all
    select * from core.fact_dq_query__source
    union all
    select * from core.fact_dq_query__mark
    union all
    select * from core.fact_dq_query__attendance
    union all
    select * from core.fact_dq_query__absence
    union all
    select * from core.fact_dq_query__exclusion_mark
    union all
    select * from core.fact_dq_query__census
    union all
    select * from core.fact_dq_query__pupil
    union all
    select * from core.fact_dq_query__placement
    union all
    select * from core.fact_dq_query__finance
    union all
    select * from core.fact_dq_query__number

)

select distinct
    stable_key(
        asked.rule, asked.return_name, cast(asked.submission_key as varchar), asked.source_line, asked.laestab, asked.time_period, asked.about) as dq_query_key,
    asked.rule,
    rule.severity,
    asked.return_name,
    asked.laestab,
    asked.time_period,
    asked.about,
    asked.submission_key,
    asked.source_line
from asked
join config.build_rule as rule
    on rule.rule = asked.rule
