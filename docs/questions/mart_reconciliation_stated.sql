-- Which figures that our strategy's document states differ from what DfE has published, or from what we count?
-- Asked with --restricted.
select strategy_code as "strategy", code as "figure", time_period as "year", stated, published, counted,
    is_consistent as "agrees", source_ref as "where", nullif(published_status, 'ok') as "why not published"
from mart_reconciliation_stated
where kind = 'FIGURE'
order by is_consistent nulls last, strategy_code, time_period, code;

-- Which sums do documents have that their own figures do not come to?
-- Asked with --restricted.
select strategy_code as "strategy", code as "statement", what, stated, round(comes_to, 1) as "comes to"
from mart_reconciliation_stated
where kind = 'SUM' and not is_consistent
order by strategy_code, code, ordinal;
