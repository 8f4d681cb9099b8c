-- How the rows of returns were judged, and what is still to be mended.
create or replace table core.fact_dq_result (
    dq_result_key bigint,
    return_name varchar,
    table_name varchar,
    rule varchar,
    severity varchar,
    column_name varchar,
    laestab integer,
    school_key bigint,
    received_on date,
    is_open boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_dq_result is 'One row per rejected row of a submission and reason for which it was rejected; values stand in the received file alone';
comment on column core.fact_dq_result.dq_result_key is 'Key of the row';
comment on column core.fact_dq_result.return_name is 'The return';
comment on column core.fact_dq_result.table_name is 'Table of the contract';
comment on column core.fact_dq_result.rule is 'The rule that rejected it, as in config/rules';
comment on column core.fact_dq_result.severity is 'error';
comment on column core.fact_dq_result.column_name is 'The column; null where the row is meant';
comment on column core.fact_dq_result.laestab is 'DfE number of the school; null where the row does not say';
comment on column core.fact_dq_result.school_key is 'The school as it was on the day of receipt; -2 where the row names none, -1 where nobody knows it';
comment on column core.fact_dq_result.received_on is 'The day of receipt in England';
comment on column core.fact_dq_result.is_open is 'Whether no later submission has told it again';
comment on column core.fact_dq_result.submission_key is 'The submission';
comment on column core.fact_dq_result.source_line is 'Line of the row in its file';

create or replace table core.fact_dq_query (
    dq_query_key bigint,
    rule varchar,
    severity varchar,
    return_name varchar,
    laestab integer,
    time_period integer,
    about varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_dq_query is 'One row per row of a live submission, or a school''s part of it, that a rule asks about which needs another return, another school or a total';
comment on column core.fact_dq_query.dq_query_key is 'Key of the row';
comment on column core.fact_dq_query.rule is 'The rule, as in config/rules';
comment on column core.fact_dq_query.severity is 'query or warning';
comment on column core.fact_dq_query.return_name is 'The return';
comment on column core.fact_dq_query.laestab is 'DfE number of the school that can answer; null where the authority can';
comment on column core.fact_dq_query.time_period is 'Academic year that it is about, of money the financial year';
comment on column core.fact_dq_query.about is 'What it is about beside the row: a day, a term, a line or a code; never of a pupil';
comment on column core.fact_dq_query.submission_key is 'Submission that brought the row';
comment on column core.fact_dq_query.source_line is 'Line of the row in its file; null where all of the school''s rows are meant';

create or replace table core.fact_return_quality (
    return_quality_key bigint,
    return_name varchar,
    laestab integer,
    school_key bigint,
    received_at timestamp,
    received_on date,
    row_count bigint,
    rejected_count bigint,
    flagged_count bigint,
    query_count bigint,
    value_count bigint,
    open_count bigint,
    submission_key bigint
);
comment on table core.fact_return_quality is 'One row per judged submission and school that answers for rows of it: how many, and how they were judged';
comment on column core.fact_return_quality.return_quality_key is 'Key of the row';
comment on column core.fact_return_quality.return_name is 'The return';
comment on column core.fact_return_quality.laestab is 'DfE number of the school; null for rows that name none';
comment on column core.fact_return_quality.school_key is 'The school as it was on the day of receipt; -2 where there is none, -1 where nobody knows it';
comment on column core.fact_return_quality.received_at is 'When it was received, UTC';
comment on column core.fact_return_quality.received_on is 'The day of that in England';
comment on column core.fact_return_quality.row_count is 'Rows';
comment on column core.fact_return_quality.rejected_count is 'Of these, those that were rejected';
comment on column core.fact_return_quality.flagged_count is 'Accepted rows in which anything was found; null where an earlier version has judged them, as the two that follow';
comment on column core.fact_return_quality.query_count is 'What was asked of accepted rows';
comment on column core.fact_return_quality.value_count is 'Values of accepted rows that became unknown';
comment on column core.fact_return_quality.open_count is 'Rejected rows that no later submission has told again';
comment on column core.fact_return_quality.submission_key is 'The submission';

create or replace table mart.mart_data_quality (
    la_code integer,
    la_name varchar,
    time_period integer,
    return_name varchar,
    return_title varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    submission_key bigint,
    submission_id varchar,
    received_at timestamp,
    state varchar,
    rows integer,
    errors integer,
    queries integer,
    build_queries integer,
    values_unknown integer,
    open_rejects integer,
    days_open_max integer,
    completeness_pct double,
    completeness_pct_status varchar,
    timeliness_days integer,
    latest_data_date date,
    dq_score double,
    dq_score_status varchar
);
comment on table mart.mart_data_quality is 'One row per judged submission and school that answers for rows of it: how they were judged, and what is open';
comment on column mart.mart_data_quality.la_code is 'Code of the local authority';
comment on column mart.mart_data_quality.la_name is 'Name of the local authority';
comment on column mart.mart_data_quality.time_period is 'Academic year in which it was received, 202425';
comment on column mart.mart_data_quality.return_name is 'The return';
comment on column mart.mart_data_quality.return_title is 'Title of the return';
comment on column mart.mart_data_quality.laestab is 'DfE number of the school that answers for the rows; null for rows that name none';
comment on column mart.mart_data_quality.urn is 'Unique reference number of the school';
comment on column mart.mart_data_quality.school_name is 'Its name';
comment on column mart.mart_data_quality.submission_key is 'The submission';
comment on column mart.mart_data_quality.submission_id is 'Name of the submission';
comment on column mart.mart_data_quality.received_at is 'When it was received, UTC';
comment on column mart.mart_data_quality.state is 'accepted, accepted_with_queries, or rejected where too many rows were wrong';
comment on column mart.mart_data_quality.rows is 'Rows of the school';
comment on column mart.mart_data_quality.errors is 'Of these, those that were rejected';
comment on column mart.mart_data_quality.queries is 'What was asked of accepted rows; null where an earlier version has judged them';
comment on column mart.mart_data_quality.build_queries is 'Rows of it, or all of a school''s, that rules ask about which need another return, another school or a total, while it is live';
comment on column mart.mart_data_quality.values_unknown is 'Values of accepted rows that became unknown; null where an earlier version has judged them';
comment on column mart.mart_data_quality.open_rejects is 'Rejected rows that no later submission has told again';
comment on column mart.mart_data_quality.days_open_max is 'Days from the receipt of the submission to the as-of, while rows of it are open';
comment on column mart.mart_data_quality.completeness_pct is 'Of 100 rows, those that were accepted';
comment on column mart.mart_data_quality.completeness_pct_status is 'ok, or z where there are no rows';
comment on column mart.mart_data_quality.timeliness_days is 'Days from the day on which it was due to that of its receipt, of the latest of the stretches of which it tells; negative where it came before; null where it tells of none that is owed, or is history';
comment on column mart.mart_data_quality.latest_data_date is 'Last day of the latest stretch of which it tells, at most that of its receipt, and that where it names none; null where no row was accepted';
comment on column mart.mart_data_quality.dq_score is 'Of 100 rows, those that were accepted and of which nothing was asked';
comment on column mart.mart_data_quality.dq_score_status is 'ok, z where there are no rows, or x where an earlier version has judged them';
