-- High needs finance: Section 251, the Dedicated Schools Grant, and what placements cost.
create or replace table core.dim_s251_line (
    s251_line_key bigint,
    line_code varchar,
    line_name varchar,
    hnb_group varchar,
    is_high_needs boolean,
    valid_from_fy integer,
    valid_to_fy integer,
    is_current boolean
);
comment on table core.dim_s251_line is 'One row per line of Section 251 and span of financial years, and one each for unknown and not applicable';
comment on column core.dim_s251_line.s251_line_key is 'Key of the line and span; -1 unknown, -2 not applicable';
comment on column core.dim_s251_line.line_code is 'Code of the line';
comment on column core.dim_s251_line.line_name is 'Words of the line';
comment on column core.dim_s251_line.hnb_group is 'DfE''s benchmark group: PLACE, TOPUP_MAINTAINED, TOPUP_INDEPENDENT, SEN_SERVICES, AP_SERVICES, HOSPITAL, THERAPIES, TRANSPORT or OTHER';
comment on column core.dim_s251_line.is_high_needs is 'Whether the line belongs to the high needs block';
comment on column core.dim_s251_line.valid_from_fy is 'First financial year, 202425';
comment on column core.dim_s251_line.valid_to_fy is 'Last financial year; 999900 while the line lasts';
comment on column core.dim_s251_line.is_current is 'Whether the span holds in the financial year of the as-of';

create or replace table core.fact_s251 (
    s251_key bigint,
    la_code integer,
    time_period integer,
    time_identifier varchar,
    statement varchar,
    detail varchar,
    line_code varchar,
    category varchar,
    s251_line_key bigint,
    phase varchar,
    gross_gbp decimal(14, 2),
    income_gbp decimal(14, 2),
    net_gbp decimal(14, 2),
    submission_key bigint,
    source_line integer
);
comment on table core.fact_s251 is 'One row per authority, financial year, statement, line and phase; phase Total has the line''s income and net as well';
comment on column core.fact_s251.s251_key is 'Key of the row';
comment on column core.fact_s251.la_code is 'Code of the local authority';
comment on column core.fact_s251.time_period is 'Financial year, 202425';
comment on column core.fact_s251.time_identifier is 'Financial year';
comment on column core.fact_s251.statement is 'BUDGET or OUTTURN';
comment on column core.fact_s251.detail is 'LINES, or the group of high needs lines of which the row is the sum';
comment on column core.fact_s251.line_code is 'Code of the line; of the group where the row is its sum';
comment on column core.fact_s251.category is 'Code and words of the line, as published';
comment on column core.fact_s251.s251_line_key is 'The line as it stood in the year; -1 unknown';
comment on column core.fact_s251.phase is 'EARLY_YEARS, PRIMARY, SECONDARY, SPECIAL, ALTERNATIVE_PROVISION, POST16 or Total; never add Total to the others';
comment on column core.fact_s251.gross_gbp is 'Gross expenditure';
comment on column core.fact_s251.income_gbp is 'Income; only in phase Total';
comment on column core.fact_s251.net_gbp is 'Net expenditure; only in phase Total';
comment on column core.fact_s251.submission_key is 'Submission that brought the row';
comment on column core.fact_s251.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_dsg (
    dsg_key bigint,
    la_code integer,
    time_period integer,
    time_identifier varchar,
    block varchar,
    published_on date,
    gross_gbp decimal(14, 2),
    recoupment_gbp decimal(14, 2),
    net_gbp decimal(14, 2),
    submission_key bigint,
    source_line integer
);
comment on table core.fact_dsg is 'One row per authority, financial year and block of the grant, as last published';
comment on column core.fact_dsg.dsg_key is 'Key of the row';
comment on column core.fact_dsg.la_code is 'Code of the local authority';
comment on column core.fact_dsg.time_period is 'Financial year, 202425';
comment on column core.fact_dsg.time_identifier is 'Financial year';
comment on column core.fact_dsg.block is 'Block of the grant';
comment on column core.fact_dsg.published_on is 'Day of the publication that counts';
comment on column core.fact_dsg.gross_gbp is 'Allocation before recoupment';
comment on column core.fact_dsg.recoupment_gbp is 'What DfE takes back for places that it pays directly';
comment on column core.fact_dsg.net_gbp is 'Allocation after recoupment';
comment on column core.fact_dsg.submission_key is 'Submission that brought the row';
comment on column core.fact_dsg.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_placement_cost (
    placement_cost_key bigint,
    placement_id varchar,
    placement_key bigint,
    provision_code varchar,
    provision_key bigint,
    la_code integer,
    time_period integer,
    time_identifier varchar,
    month integer,
    month_start date,
    element varchar,
    provider_sector varchar,
    line_code varchar,
    s251_line_key bigint,
    budget_gbp decimal(14, 2),
    actual_gbp decimal(14, 2),
    forecast_gbp decimal(14, 2),
    invoice_ref varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_placement_cost is 'One row per placement, month and element of cost; more where a month was invoiced twice';
comment on column core.fact_placement_cost.placement_cost_key is 'Key of the row';
comment on column core.fact_placement_cost.placement_id is 'Number of the placement in the register';
comment on column core.fact_placement_cost.placement_key is 'The placement; -1 where the register has none of this number';
comment on column core.fact_placement_cost.provision_code is 'Provision of the placement';
comment on column core.fact_placement_cost.provision_key is 'The provision in that month; -1 unknown';
comment on column core.fact_placement_cost.la_code is 'Authority that pays; the home''s own where the ledger names none';
comment on column core.fact_placement_cost.time_period is 'Financial year, 202425';
comment on column core.fact_placement_cost.time_identifier is 'Financial year';
comment on column core.fact_placement_cost.month is 'Month of the financial year, 1 is April';
comment on column core.fact_placement_cost.month_start is 'First day of the month';
comment on column core.fact_placement_cost.element is 'PLACE, TOPUP, FEE, TRANSPORT, OUTREACH or OTHER';
comment on column core.fact_placement_cost.provider_sector is 'MAINTAINED, ACADEMY, NMSS, INDEPENDENT, AP_UNREGISTERED or OOB_MAINTAINED';
comment on column core.fact_placement_cost.line_code is 'Section 251 line on which the cost is booked';
comment on column core.fact_placement_cost.s251_line_key is 'That line as it stood in the year; -1 unknown';
comment on column core.fact_placement_cost.budget_gbp is 'Budget of the month';
comment on column core.fact_placement_cost.actual_gbp is 'Actual cost of the month';
comment on column core.fact_placement_cost.forecast_gbp is 'Forecast of the month';
comment on column core.fact_placement_cost.invoice_ref is 'Reference of the invoice';
comment on column core.fact_placement_cost.submission_key is 'Submission that brought the row';
comment on column core.fact_placement_cost.source_line is 'Line of the row in its file, the header being line 1';
