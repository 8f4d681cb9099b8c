-- One row per row of the mart and figure: how the rows of its submission and school were judged.
select
    quality.return_name,
    quality.laestab,
    submission.submission_id,
    column_of.mart_column,
    'row' as part,
    quality.row_count as amount,
    'core.fact_return_quality' as fact,
    quality.return_quality_key as fact_key,
    cast(case column_of.mart_column
        when 'rows' then quality.row_count
        when 'errors' then quality.rejected_count
        when 'queries' then quality.query_count
        when 'build_queries' then (
            select count(*)
            from core.fact_dq_query as query
            where query.submission_key = quality.submission_key
                and (query.laestab = quality.laestab or quality.laestab is null and not exists (
                    select 1
                    from core.fact_return_quality as other
                    where other.submission_key = query.submission_key
                        and other.laestab = query.laestab)))
        when 'values_unknown' then quality.value_count
        when 'open_rejects' then (
            select count(distinct result.table_name || ' ' || result.source_line)
            from core.fact_dq_result as result
            where result.is_open
                and result.submission_key = quality.submission_key
                and result.laestab is not distinct from quality.laestab)
        when 'completeness_pct' then rate(quality.row_count - quality.rejected_count, quality.row_count)
        when 'dq_score' then rate(quality.row_count - quality.rejected_count - quality.flagged_count, quality.row_count)
    end as varchar) as recomputed
from core.fact_return_quality as quality
join staged.arrival as submission
    on submission.submission_key = quality.submission_key
cross join (values ('rows'), ('errors'), ('queries'), ('build_queries'), ('values_unknown'), ('open_rejects'), ('completeness_pct'), ('dq_score')) as column_of (mart_column)
