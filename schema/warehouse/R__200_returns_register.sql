-- What returns are owed, and what came.
create or replace table core.fact_return_delivery (
    return_delivery_key bigint,
    return_name varchar,
    laestab integer,
    period varchar,
    named_day date,
    received_at timestamp,
    received_on date,
    arrival bigint,
    state varchar,
    is_accepted boolean,
    times_told integer,
    submission_key bigint
);
comment on table core.fact_return_delivery is 'One row per submission, school and stretch of time of which it tells';
comment on column core.fact_return_delivery.return_delivery_key is 'Key of the row';
comment on column core.fact_return_delivery.return_name is 'The return';
comment on column core.fact_return_delivery.laestab is 'DfE number of the school; null where the submission tells of no single one';
comment on column core.fact_return_delivery.period is 'Name of the stretch of time; null where the submission tells of the whole return, or was not accepted';
comment on column core.fact_return_delivery.named_day is 'Of what was not accepted, the day in the name of its file';
comment on column core.fact_return_delivery.received_at is 'When it was received, UTC';
comment on column core.fact_return_delivery.received_on is 'The day of that in England';
comment on column core.fact_return_delivery.arrival is 'Orders submissions received at one instant';
comment on column core.fact_return_delivery.state is 'accepted, accepted_with_queries, duplicate where its content was live already, rejected or refused';
comment on column core.fact_return_delivery.is_accepted is 'Whether its rows count';
comment on column core.fact_return_delivery.times_told is '1 where nothing that came before told of the same, 2 where one did, and so on';
comment on column core.fact_return_delivery.submission_key is 'The submission';

create or replace table core.fact_return_due (
    return_due_key bigint,
    return_name varchar,
    laestab integer,
    school_key bigint,
    time_period integer,
    period varchar,
    period_start date,
    period_end date,
    due_date date
);
comment on table core.fact_return_due is 'One row per return, stretch of time and school that owes it; of what the authority itself owes, one without a school';
comment on column core.fact_return_due.return_due_key is 'Key of the row';
comment on column core.fact_return_due.return_name is 'The return';
comment on column core.fact_return_due.laestab is 'DfE number of the school that owes it; null where the authority itself does';
comment on column core.fact_return_due.school_key is 'The school as it was on the last day of the stretch; -2 where the authority itself owes it';
comment on column core.fact_return_due.time_period is 'Academic year of the last day of the stretch, 202425';
comment on column core.fact_return_due.period is 'Name of the stretch of time that it tells of: a day, the Monday of a week, 202526-01 for April, 202526-Q1, 202526-SPR, or a year';
comment on column core.fact_return_due.period_start is 'First day of the stretch';
comment on column core.fact_return_due.period_end is 'Last day of the stretch';
comment on column core.fact_return_due.due_date is 'Last day on which it is on time';

create or replace table mart.mart_returns_register (
    la_code integer,
    la_name varchar,
    time_period integer,
    return_name varchar,
    return_title varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    period varchar,
    period_start date,
    period_end date,
    due_date date,
    received_at timestamp,
    state varchar,
    is_overdue boolean,
    is_history boolean,
    days_late integer,
    submission_count integer,
    declined_count integer,
    has_queries boolean,
    submission_key bigint
);
comment on table mart.mart_returns_register is 'One row per return, stretch of time and school that owes it: what came of it, and when';
comment on column mart.mart_returns_register.la_code is 'Code of the local authority';
comment on column mart.mart_returns_register.la_name is 'Name of the local authority';
comment on column mart.mart_returns_register.time_period is 'Academic year of the last day of the stretch, 202425';
comment on column mart.mart_returns_register.return_name is 'The return';
comment on column mart.mart_returns_register.return_title is 'Title of the return';
comment on column mart.mart_returns_register.laestab is 'DfE number of the school that owes it; null where the authority itself does';
comment on column mart.mart_returns_register.urn is 'Unique reference number of the school';
comment on column mart.mart_returns_register.school_name is 'Its name';
comment on column mart.mart_returns_register.period is 'Name of the stretch of time that it tells of: a day, the Monday of a week, 202526-01 for April, 202526-Q1, 202526-SPR, or a year';
comment on column mart.mart_returns_register.period_start is 'First day of the stretch';
comment on column mart.mart_returns_register.period_end is 'Last day of the stretch';
comment on column mart.mart_returns_register.due_date is 'Last day on which it is on time';
comment on column mart.mart_returns_register.received_at is 'When the first submission that tells of it was received, UTC; null where none was accepted';
comment on column mart.mart_returns_register.state is 'LATE, RESUBMITTED, QUERIES or RECEIVED of what came, the first that applies; else REJECTED, MISSING or NOT_DUE';
comment on column mart.mart_returns_register.is_overdue is 'Whether nothing was accepted by the day on which it was due';
comment on column mart.mart_returns_register.is_history is 'Whether it came with the first delivery of its return, after it was due: neither late nor on time';
comment on column mart.mart_returns_register.days_late is 'Days from the day on which it was due to that of its receipt, or to the as-of while it is overdue; null for history';
comment on column mart.mart_returns_register.submission_count is 'How many accepted submissions tell of it, or of the part of it that was sent most often';
comment on column mart.mart_returns_register.declined_count is 'How many submissions for it were refused or rejected whole';
comment on column mart.mart_returns_register.has_queries is 'Whether the last of them was accepted with queries';
comment on column mart.mart_returns_register.submission_key is 'The last submission that tells of it, or was declined';

create or replace table mart.mart_returns_school (
    la_code integer,
    la_name varchar,
    time_period integer,
    laestab integer,
    urn integer,
    school_name varchar,
    due integer,
    received integer,
    late integer,
    overdue integer,
    resubmitted integer,
    reporting_rate double,
    reporting_rate_status varchar,
    on_time_rate double,
    on_time_rate_status varchar
);
comment on table mart.mart_returns_school is 'One row per school and academic year that owes any return: how many were due, and what came of them';
comment on column mart.mart_returns_school.la_code is 'Code of the local authority';
comment on column mart.mart_returns_school.la_name is 'Name of the local authority';
comment on column mart.mart_returns_school.time_period is 'Academic year of the last days of the stretches, 202425';
comment on column mart.mart_returns_school.laestab is 'DfE number of the school; null for what the authority itself owes';
comment on column mart.mart_returns_school.urn is 'Unique reference number of the school';
comment on column mart.mart_returns_school.school_name is 'Its name';
comment on column mart.mart_returns_school.due is 'Returns that were due by the as-of, or have come before';
comment on column mart.mart_returns_school.received is 'Of these, those of which a submission was accepted';
comment on column mart.mart_returns_school.late is 'Of these, those that came late';
comment on column mart.mart_returns_school.overdue is 'Returns that were due and of which nothing was accepted';
comment on column mart.mart_returns_school.resubmitted is 'Returns of which more than one submission was accepted';
comment on column mart.mart_returns_school.reporting_rate is 'Of 100 returns that were due, those that have come';
comment on column mart.mart_returns_school.reporting_rate_status is 'ok; z where none was due';
comment on column mart.mart_returns_school.on_time_rate is 'Of 100 returns that were due, without history, those that came on time';
comment on column mart.mart_returns_school.on_time_rate_status is 'ok; z where none was due';
