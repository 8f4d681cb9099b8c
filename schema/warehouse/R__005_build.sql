-- What the build remembers of itself; where it has forgotten, every model is made again.
create or replace table build.model_state (
    model varchar not null,
    slice varchar not null,
    fingerprint varchar not null,
    content varchar not null,
    row_count bigint not null
);
comment on table build.model_state is 'One row per model, or academic year of a fact that lives as Parquet: what it was made of and what came out';
comment on column build.model_state.model is 'Schema and name of the table';
comment on column build.model_state.slice is 'Academic year of a fact that lives as Parquet, else empty';
comment on column build.model_state.fingerprint is 'Digest of everything that the model was computed from';
comment on column build.model_state.content is 'Digest of the rows that came out, whatever their order';
comment on column build.model_state.row_count is 'Rows that came out';

create or replace table build.delivery (
    staged_table varchar not null,
    submission_key bigint not null,
    received_at timestamp not null,
    arrival bigint not null
);
comment on table build.delivery is 'One row per staged table and submission that the last build read';
comment on column build.delivery.staged_table is 'Name in the schema staged';
comment on column build.delivery.submission_key is 'The submission';
comment on column build.delivery.received_at is 'When it was received, UTC';
comment on column build.delivery.arrival is 'Orders submissions received at one instant';

create or replace table build.submission (
    submission_key bigint not null,
    submission_id varchar not null,
    return_name varchar not null,
    received_at timestamp not null,
    arrival bigint not null,
    state varchar not null,
    row_count bigint not null,
    accepted_count bigint not null,
    rejected_count bigint not null
);
comment on table build.submission is 'One row per submission that the last build knew, as the register has it';
comment on column build.submission.submission_key is 'Key on every row that the submission brought';
comment on column build.submission.submission_id is 'Name of the submission';
comment on column build.submission.return_name is 'The return';
comment on column build.submission.received_at is 'When it was received, UTC';
comment on column build.submission.arrival is 'Orders submissions received at one instant';
comment on column build.submission.state is 'State of the submission at the as-of';
comment on column build.submission.row_count is 'Rows in its files';
comment on column build.submission.accepted_count is 'Rows accepted';
comment on column build.submission.rejected_count is 'Rows rejected';

create or replace table build.arrival (
    submission_key bigint not null,
    submission_id varchar not null,
    return_name varchar not null,
    received_at timestamp not null,
    arrival bigint not null,
    state varchar not null,
    file_name varchar
);
comment on table build.arrival is 'One row per submission that had come by the as-of of the last build, whatever became of it';
comment on column build.arrival.submission_key is 'Key on every row that the submission brought';
comment on column build.arrival.submission_id is 'Name of the submission';
comment on column build.arrival.return_name is 'The return';
comment on column build.arrival.received_at is 'When it was received, UTC';
comment on column build.arrival.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column build.arrival.state is 'accepted, accepted_with_queries, rejected, refused, or duplicate where its content was live already';
comment on column build.arrival.file_name is 'Name of its first file';

create or replace table build.arrival_scope (
    submission_key bigint not null,
    return_name varchar not null,
    received_at timestamp not null,
    arrival bigint not null,
    scope varchar not null
);
comment on table build.arrival_scope is 'One row per accepted submission and scope that it was true for';
comment on column build.arrival_scope.submission_key is 'Key on every row that the submission brought';
comment on column build.arrival_scope.return_name is 'The return';
comment on column build.arrival_scope.received_at is 'When it was received, UTC';
comment on column build.arrival_scope.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column build.arrival_scope.scope is 'The values of what the return replaces, in the order of its contract, joined by |';

create or replace table build.set_aside (
    input varchar not null,
    rule varchar not null,
    audit varchar not null,
    staged_table varchar not null,
    submission_key bigint not null,
    source_line integer not null,
    on_roll boolean
);
comment on table build.set_aside is 'One row per accepted row that an audit names: staged tables show the others';
comment on column build.set_aside.input is 'Digest of what was built when it was found; another input is judged anew';
comment on column build.set_aside.rule is 'Code of the audit, BLD-001 and on';
comment on column build.set_aside.audit is 'Name of the audit';
comment on column build.set_aside.staged_table is 'Name in the schema staged';
comment on column build.set_aside.submission_key is 'The submission that brought the row';
comment on column build.set_aside.source_line is 'Line of the row in its file';
comment on column build.set_aside.on_roll is 'Of a census, which of its two files; null where a table is of one file';
