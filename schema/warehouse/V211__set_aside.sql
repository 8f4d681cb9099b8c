-- Rows that a build leaves out, since an audit names them.
create table build.set_aside (
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
