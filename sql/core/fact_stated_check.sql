-- One row per figure of a strategy's document that others of its figures come to, or should.
select
    stable_key(stated.strategy_code, stated.statement, stated.ordinal) as stated_check_key,
    stated.strategy_code,
    stated.statement,
    stated.ordinal,
    stated.what,
    stated.stated_value,
    stated.comes_to,
    stated.is_consistent,
    cast(-2 as bigint) as submission_key,
    cast(null as integer) as source_line
from config.stated_check as stated
