-- The layers of the warehouse, in the order in which data meets them.
-- Code sets, settings, measures and strategies, filled from config before each build
create schema config;
-- Empty tables that say what staging must deliver, and what a fact that lives as Parquet looks like
create schema shape;
-- Accepted rows of the returns, typed and pseudonymised: views of what is live at the as-of
create schema staged;
-- The star: dimensions, facts and bridges
create schema core;
-- Answers, ready to read, before disclosure control
create schema mart;
-- What the build remembers of itself
create schema build;

create table build.model_state (
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

create table build.delivery (
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

create table build.submission (
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
