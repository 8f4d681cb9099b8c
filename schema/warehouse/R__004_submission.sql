-- The submissions behind every row.
create or replace table core.dim_submission (
    submission_key bigint,
    submission_id varchar,
    return_name varchar,
    received_at timestamp,
    state varchar,
    row_count bigint,
    accepted_count bigint,
    rejected_count bigint
);
comment on table core.dim_submission is 'One row per submission that the build knew';
comment on column core.dim_submission.submission_key is 'Key on every row that the submission brought';
comment on column core.dim_submission.submission_id is 'Name of the submission';
comment on column core.dim_submission.return_name is 'The return';
comment on column core.dim_submission.received_at is 'When it was received, UTC';
comment on column core.dim_submission.state is 'State of the submission at the as-of';
comment on column core.dim_submission.row_count is 'Rows in its files';
comment on column core.dim_submission.accepted_count is 'Rows accepted';
comment on column core.dim_submission.rejected_count is 'Rows rejected';
