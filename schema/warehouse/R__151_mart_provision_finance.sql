-- What provisions were given, spent and kept, and what two had to sign.
create or replace table config.provision_budget_category (
    code varchar,
    label varchar
);
comment on table config.provision_budget_category is 'One row per category of a provision''s budget';
comment on column config.provision_budget_category.code is 'Code, as the returns write it';
comment on column config.provision_budget_category.label is 'What the code means';

create or replace table shape.mart_provision_finance (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    scope_type varchar,
    scope_code varchar,
    scope_name varchar,
    provision_type varchar,
    neighbourhood varchar,
    host_laestab integer,
    category varchar,
    category_title varchar
);
comment on table shape.mart_provision_finance is 'One row per provision, kind of provision or all of them, quarter of a financial year or the year, and category or all: budget, spending, balances, items that need two signatures, and returns; money is told to the end of the quarter, and never added over quarters';
comment on column shape.mart_provision_finance.la_code is 'Code of the local authority';
comment on column shape.mart_provision_finance.la_name is 'Name of the local authority';
comment on column shape.mart_provision_finance.time_period is 'Financial year, 202425';
comment on column shape.mart_provision_finance.time_identifier is 'Financial year Q1 to Financial year Q4, or Financial year: of money what each provision told last, of items and returns all quarters';
comment on column shape.mart_provision_finance.as_at_date is 'Last day of the period, or the as-of while it runs';
comment on column shape.mart_provision_finance.preferred_source is 'provision_budget_q: what host schools report each quarter';
comment on column shape.mart_provision_finance.data_status is 'year_to_date while the period runs; provisional until its return is due; then final';
comment on column shape.mart_provision_finance.scope_type is 'PROVISION, PROVISION_TYPE, or Total for all provisions';
comment on column shape.mart_provision_finance.scope_code is 'Code of the provision or of its kind, Unknown where the register has no such provision; Total';
comment on column shape.mart_provision_finance.scope_name is 'Its name today';
comment on column shape.mart_provision_finance.provision_type is 'Kind of provision; null of all';
comment on column shape.mart_provision_finance.neighbourhood is 'Code of the neighbourhood of a provision';
comment on column shape.mart_provision_finance.host_laestab is 'DfE number of the school that hosts a provision';
comment on column shape.mart_provision_finance.category is 'STAFFING, RESOURCES, TRAINING, OVERHEADS, PREMISES, CONTINGENCY or OTHER; Total for all. Balances, items and returns are told of all alone';
comment on column shape.mart_provision_finance.category_title is 'What the category is';
