-- By which models and config the tables were filled last; empty until a build has come to its end.
create or replace table build.definition (
    digest varchar not null
);
comment on table build.definition is 'One row: the definitions by which the last whole build was made';
comment on column build.definition.digest is 'Digest of the models, audits, tables and config';
