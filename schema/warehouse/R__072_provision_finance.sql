-- What behaviour provisions were given and spent, by quarter and by item.
create or replace table core.fact_provision_budget (
    provision_budget_key bigint,
    provision_code varchar,
    provision_key bigint,
    neighbourhood varchar,
    host_laestab integer,
    host_school_key bigint,
    time_period integer,
    time_identifier varchar,
    quarter integer,
    quarter_start date,
    category varchar,
    cfr_code varchar,
    annual_budget_gbp decimal(14, 2),
    budget_to_date_gbp decimal(14, 2),
    actual_to_date_gbp decimal(14, 2),
    committed_gbp decimal(14, 2),
    forecast_outturn_gbp decimal(14, 2),
    variance_gbp decimal(18, 2),
    balance_brought_forward_gbp decimal(14, 2),
    has_planned_surplus_use boolean,
    is_below_quarter_before boolean,
    submitted_date date,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_provision_budget is 'One row per provision, quarter of a financial year, category and CFR code';
comment on column core.fact_provision_budget.provision_budget_key is 'Key of the row';
comment on column core.fact_provision_budget.provision_code is 'Code of the provision';
comment on column core.fact_provision_budget.provision_key is 'The provision on the first day of the quarter; -1 unknown';
comment on column core.fact_provision_budget.neighbourhood is 'Code of the neighbourhood';
comment on column core.fact_provision_budget.host_laestab is 'DfE number of the school that hosts it';
comment on column core.fact_provision_budget.host_school_key is 'That school on the first day of the quarter; -1 unknown, -2 none';
comment on column core.fact_provision_budget.time_period is 'Financial year, 202425';
comment on column core.fact_provision_budget.time_identifier is 'Financial year Q1 to Financial year Q4';
comment on column core.fact_provision_budget.quarter is 'Quarter of the financial year, 1 is April to June';
comment on column core.fact_provision_budget.quarter_start is 'First day of the quarter';
comment on column core.fact_provision_budget.category is 'STAFFING, RESOURCES, TRAINING, OVERHEADS, PREMISES, CONTINGENCY or OTHER';
comment on column core.fact_provision_budget.cfr_code is 'Code of Consistent Financial Reporting';
comment on column core.fact_provision_budget.annual_budget_gbp is 'Budget of the year';
comment on column core.fact_provision_budget.budget_to_date_gbp is 'Budget to the end of the quarter; never add quarters';
comment on column core.fact_provision_budget.actual_to_date_gbp is 'Spent to the end of the quarter; never add quarters';
comment on column core.fact_provision_budget.committed_gbp is 'Committed and not yet spent';
comment on column core.fact_provision_budget.forecast_outturn_gbp is 'Forecast of the whole year';
comment on column core.fact_provision_budget.variance_gbp is 'Spent less budget, both to the end of the quarter; above nought is overspent';
comment on column core.fact_provision_budget.balance_brought_forward_gbp is 'Balance of the year before; the same on every row of the provision, never added';
comment on column core.fact_provision_budget.has_planned_surplus_use is 'Whether it is said what a surplus is to be used for';
comment on column core.fact_provision_budget.is_below_quarter_before is 'Whether less is spent than to the end of the quarter before that was told (FIN-006)';
comment on column core.fact_provision_budget.submitted_date is 'Day on which the school submitted it';
comment on column core.fact_provision_budget.submission_key is 'Submission that brought the row';
comment on column core.fact_provision_budget.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_provision_spend_item (
    provision_spend_item_key bigint,
    item_id varchar,
    provision_code varchar,
    provision_key bigint,
    time_period integer,
    time_identifier varchar,
    quarter integer,
    item_date date,
    description_category varchar,
    cfr_code varchar,
    amount_gbp decimal(14, 2),
    is_over_30k boolean,
    is_signed_by_host boolean,
    is_signed_by_partnership boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_provision_spend_item is 'One row per item on which a provision spent';
comment on column core.fact_provision_spend_item.provision_spend_item_key is 'Key of the item';
comment on column core.fact_provision_spend_item.item_id is 'Number of the item';
comment on column core.fact_provision_spend_item.provision_code is 'Code of the provision';
comment on column core.fact_provision_spend_item.provision_key is 'The provision on the day of the payment, else on the first day of the quarter; -1 unknown';
comment on column core.fact_provision_spend_item.time_period is 'Financial year, 202425';
comment on column core.fact_provision_spend_item.time_identifier is 'Financial year Q1 to Financial year Q4';
comment on column core.fact_provision_spend_item.quarter is 'Quarter of the financial year, 1 is April to June';
comment on column core.fact_provision_spend_item.item_date is 'Day of the payment';
comment on column core.fact_provision_spend_item.description_category is 'What it was for';
comment on column core.fact_provision_spend_item.cfr_code is 'Code of Consistent Financial Reporting';
comment on column core.fact_provision_spend_item.amount_gbp is 'Amount';
comment on column core.fact_provision_spend_item.is_over_30k is 'Whether it is above £30,000, so that both have to sign';
comment on column core.fact_provision_spend_item.is_signed_by_host is 'Whether the host school had signed by the day of the payment';
comment on column core.fact_provision_spend_item.is_signed_by_partnership is 'Whether the neighbourhood partnership had signed by the day of the payment';
comment on column core.fact_provision_spend_item.submission_key is 'Submission that brought the row';
comment on column core.fact_provision_spend_item.source_line is 'Line of the row in its file, the header being line 1';
