-- One row per submission that the build knew.
select
    submission_key,
    submission_id,
    return_name,
    received_at,
    state,
    row_count,
    accepted_count,
    rejected_count
from staged.submission
