-- Rows of schools are fewer than those of their submission, or more rows are open than were rejected
-- severity: WARN
-- why: a row of a submission is of one school, or names none
-- matters: a school would answer for rows that are not its own, or nobody for some
-- resolve: a fault of the model: compare core.fact_return_quality with core.dim_submission and core.fact_dq_result
select quality.submission_key, sum(quality.row_count) as row_count, max(submission.row_count) as of_submission,
    sum(quality.rejected_count) as rejected_count, max(submission.rejected_count) as rejected_of_submission, sum(quality.open_count) as open_count
from core.fact_return_quality as quality
join core.dim_submission as submission
    on submission.submission_key = quality.submission_key
group by quality.submission_key
having sum(quality.row_count) < max(submission.row_count)    -- rows that were erased since were judged all the same
    or sum(quality.rejected_count) < max(submission.rejected_count)
    or sum(quality.open_count) > sum(quality.rejected_count)
