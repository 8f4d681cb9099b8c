-- How rows of returns were judged, and what of those that were rejected has been told again: as models read it, and as the register fills it.
create or replace table shape.arrival_school (
    submission_key bigint,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    laestab integer,
    row_count integer,
    rejected_count integer,
    flagged_count integer,
    query_count integer,
    value_count integer
);
comment on table shape.arrival_school is 'One row per judged submission and school that answers for rows of it; one without a school for the others';
comment on column shape.arrival_school.submission_key is 'Key on every row that the submission brought';
comment on column shape.arrival_school.return_name is 'The return';
comment on column shape.arrival_school.received_at is 'When it was received, UTC';
comment on column shape.arrival_school.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.arrival_school.laestab is 'DfE number of the school';
comment on column shape.arrival_school.row_count is 'Rows';
comment on column shape.arrival_school.rejected_count is 'Of these, those that were rejected';
comment on column shape.arrival_school.flagged_count is 'Accepted rows in which anything was found; null where an earlier version has judged them, as the two that follow';
comment on column shape.arrival_school.query_count is 'What was asked of accepted rows';
comment on column shape.arrival_school.value_count is 'Values of accepted rows that became unknown';
create or replace table build.arrival_school as from shape.arrival_school;
comment on table build.arrival_school is 'One row per judged submission and school that answers for rows of it; one without a school for the others';
comment on column build.arrival_school.submission_key is 'Key on every row that the submission brought';
comment on column build.arrival_school.return_name is 'The return';
comment on column build.arrival_school.received_at is 'When it was received, UTC';
comment on column build.arrival_school.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column build.arrival_school.laestab is 'DfE number of the school';
comment on column build.arrival_school.row_count is 'Rows';
comment on column build.arrival_school.rejected_count is 'Of these, those that were rejected';
comment on column build.arrival_school.flagged_count is 'Accepted rows in which anything was found; null where an earlier version has judged them, as the two that follow';
comment on column build.arrival_school.query_count is 'What was asked of accepted rows';
comment on column build.arrival_school.value_count is 'Values of accepted rows that became unknown';

create or replace table shape.rejected_row (
    submission_key bigint,
    return_name varchar,
    received_at timestamp,
    arrival bigint,
    table_name varchar,
    source_line integer,
    laestab integer,
    scope_key bigint,
    rule varchar,
    column_name varchar
);
comment on table shape.rejected_row is 'One row per rejected row of a submission and rule, or column and rule, for which it was rejected';
comment on column shape.rejected_row.submission_key is 'The submission';
comment on column shape.rejected_row.return_name is 'The return';
comment on column shape.rejected_row.received_at is 'When it was received, UTC';
comment on column shape.rejected_row.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column shape.rejected_row.table_name is 'Table of the contract';
comment on column shape.rejected_row.source_line is 'Line of the row in its file';
comment on column shape.rejected_row.laestab is 'DfE number of the school; null where the row does not say';
comment on column shape.rejected_row.scope_key is 'What the row tells of, as a key under the home''s own; null where that cannot be read';
comment on column shape.rejected_row.rule is 'The rule';
comment on column shape.rejected_row.column_name is 'The column; null where the row is meant';
create or replace table build.rejected_row as from shape.rejected_row;
comment on table build.rejected_row is 'One row per rejected row of a submission and rule, or column and rule, for which it was rejected';
comment on column build.rejected_row.submission_key is 'The submission';
comment on column build.rejected_row.return_name is 'The return';
comment on column build.rejected_row.received_at is 'When it was received, UTC';
comment on column build.rejected_row.arrival is 'Number of its arrival; orders submissions received at one instant';
comment on column build.rejected_row.table_name is 'Table of the contract';
comment on column build.rejected_row.source_line is 'Line of the row in its file';
comment on column build.rejected_row.laestab is 'DfE number of the school; null where the row does not say';
comment on column build.rejected_row.scope_key is 'What the row tells of, as a key under the home''s own; null where that cannot be read';
comment on column build.rejected_row.rule is 'The rule';
comment on column build.rejected_row.column_name is 'The column; null where the row is meant';

create or replace table shape.scope_owner (
    return_name varchar,
    scope_key bigint,
    laestab integer,
    submission_key bigint,
    received_at timestamp,
    arrival bigint
);
comment on table shape.scope_owner is 'One row per scope of a return of which rows were rejected: the submission that is live for it';
comment on column shape.scope_owner.return_name is 'The return';
comment on column shape.scope_owner.scope_key is 'What is told, as a key under the home''s own';
comment on column shape.scope_owner.laestab is 'DfE number of its school; null where it is of no single one';
comment on column shape.scope_owner.submission_key is 'The submission';
comment on column shape.scope_owner.received_at is 'When it was received, UTC';
comment on column shape.scope_owner.arrival is 'Number of its arrival; orders submissions received at one instant';
create or replace table build.scope_owner as from shape.scope_owner;
comment on table build.scope_owner is 'One row per scope of a return of which rows were rejected: the submission that is live for it';
comment on column build.scope_owner.return_name is 'The return';
comment on column build.scope_owner.scope_key is 'What is told, as a key under the home''s own';
comment on column build.scope_owner.laestab is 'DfE number of its school; null where it is of no single one';
comment on column build.scope_owner.submission_key is 'The submission';
comment on column build.scope_owner.received_at is 'When it was received, UTC';
comment on column build.scope_owner.arrival is 'Number of its arrival; orders submissions received at one instant';
