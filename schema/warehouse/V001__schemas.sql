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
