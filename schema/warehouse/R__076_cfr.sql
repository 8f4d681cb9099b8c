-- Consistent Financial Reporting of maintained schools.
create or replace table config.cfr_code (
    code varchar,
    label varchar,
    kind varchar,
    total_group varchar
);
comment on table config.cfr_code is 'One row per code of Consistent Financial Reporting';
comment on column config.cfr_code.code is 'Code, as the returns write it';
comment on column config.cfr_code.label is 'What the code means';
comment on column config.cfr_code.kind is 'INCOME, EXPENDITURE, BALANCE or CAPITAL';
comment on column config.cfr_code.total_group is 'TOTAL_INCOME, TOTAL_EXPENDITURE or REVENUE_RESERVE, to which it adds; E30 is taken off income; null where it adds to none';

create or replace table core.fact_cfr (
    cfr_key bigint,
    laestab integer,
    school_key bigint,
    time_period integer,
    time_identifier varchar,
    cfr_code varchar,
    cfr_name varchar,
    kind varchar,
    total_group varchar,
    amount_gbp decimal(14, 2),
    is_returned_by_lead boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_cfr is 'One row per maintained school, financial year and CFR code that it returned';
comment on column core.fact_cfr.cfr_key is 'Key of the row';
comment on column core.fact_cfr.laestab is 'DfE number of the school';
comment on column core.fact_cfr.school_key is 'The school on the last day of the year; -1 unknown';
comment on column core.fact_cfr.time_period is 'Financial year, 202425';
comment on column core.fact_cfr.time_identifier is 'Financial year';
comment on column core.fact_cfr.cfr_code is 'Code of Consistent Financial Reporting';
comment on column core.fact_cfr.cfr_name is 'Words of the code';
comment on column core.fact_cfr.kind is 'INCOME, EXPENDITURE, BALANCE or CAPITAL';
comment on column core.fact_cfr.total_group is 'TOTAL_INCOME, TOTAL_EXPENDITURE or REVENUE_RESERVE, to which it adds; E30 is taken off income; null where it adds to none';
comment on column core.fact_cfr.amount_gbp is 'Amount';
comment on column core.fact_cfr.is_returned_by_lead is 'Whether another school returns for this one as well, so that the money would count twice';
comment on column core.fact_cfr.submission_key is 'Submission that brought the row';
comment on column core.fact_cfr.source_line is 'Line of the row in its file, the header being line 1';
