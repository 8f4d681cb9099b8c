-- The rejected rows: of all others the record of the submission tells their number alone.
select
    listed.fact_key,
    result.submission_key,
    result.source_line
from listed
join core.fact_return_quality as quality
    on quality.return_quality_key = listed.fact_key
join core.fact_dq_result as result
    on result.submission_key = quality.submission_key
    and result.laestab is not distinct from quality.laestab
group by listed.fact_key, result.submission_key, result.source_line
