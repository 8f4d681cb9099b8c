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

-- As models read them: what the build knows of each submission at its as-of.
create or replace table shape.submission (
    submission_key bigint,
    submission_id varchar,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    state varchar,
    row_count bigint,
    accepted_count bigint,
    rejected_count bigint
);
comment on table shape.submission is 'One row per submission whose rows are known at the as-of';
comment on column shape.submission.submission_key is 'Key on every row that the submission brought';
comment on column shape.submission.submission_id is 'Name of the submission';
comment on column shape.submission.return_name is 'The return';
comment on column shape.submission.received_at is 'When it was received, UTC';
comment on column shape.submission.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.submission.state is 'accepted, accepted_with_queries or replaced';
comment on column shape.submission.row_count is 'Rows in its files';
comment on column shape.submission.accepted_count is 'Rows accepted';
comment on column shape.submission.rejected_count is 'Rows rejected';

create or replace table shape.arrival (
    submission_key bigint,
    submission_id varchar,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    state varchar,
    file_name varchar
);
comment on table shape.arrival is 'One row per submission that had come by the as-of, whatever became of it';
comment on column shape.arrival.submission_key is 'Key on every row that the submission brought';
comment on column shape.arrival.submission_id is 'Name of the submission';
comment on column shape.arrival.return_name is 'The return';
comment on column shape.arrival.received_at is 'When it was received, UTC';
comment on column shape.arrival.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.arrival.state is 'accepted, accepted_with_queries, rejected, refused, or duplicate where its content was live already';
comment on column shape.arrival.file_name is 'Name of its first file';

create or replace table shape.arrival_scope (
    submission_key bigint,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    scope varchar
);
comment on table shape.arrival_scope is 'One row per accepted submission and scope that it was true for, whether or not a later one has replaced it';
comment on column shape.arrival_scope.submission_key is 'Key on every row that the submission brought';
comment on column shape.arrival_scope.return_name is 'The return';
comment on column shape.arrival_scope.received_at is 'When it was received, UTC';
comment on column shape.arrival_scope.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.arrival_scope.scope is 'The values of what the return replaces, in the order of its contract, joined by |';
