-- What the high needs block costs.
create or replace table mart.mart_hnb_cost (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    scope_type varchar,
    scope_code varchar,
    scope_title varchar,
    budget_net_gbp decimal(18, 2),
    budget_net_gbp_status varchar,
    outturn_net_gbp decimal(18, 2),
    outturn_net_gbp_status varchar,
    variance_gbp decimal(18, 2),
    variance_gbp_status varchar,
    per_pupil_gbp decimal(18, 2),
    per_pupil_gbp_status varchar,
    per_ehcp_gbp decimal(18, 2),
    per_ehcp_gbp_status varchar,
    per_place_gbp decimal(18, 2),
    per_place_gbp_status varchar,
    baseline_fy integer,
    baseline_net_gbp decimal(18, 2),
    baseline_net_gbp_status varchar,
    saving_gbp decimal(18, 2),
    saving_gbp_status varchar,
    dsg_hnb_net_gbp decimal(18, 2),
    dsg_hnb_net_gbp_status varchar,
    dsg_balance_cf_gbp decimal(18, 2),
    dsg_balance_cf_gbp_status varchar,
    recoupment_gbp decimal(18, 2),
    recoupment_gbp_status varchar,
    comparator_per_pupil_gbp decimal(18, 2),
    comparator_per_pupil_gbp_status varchar,
    comparator_la_count integer,
    months_in_force integer,
    children integer
);
comment on table mart.mart_hnb_cost is 'One row per authority, financial year and what is costed: the block, a group, a line, a provision or a saving; groups do not add up to the block';
comment on column mart.mart_hnb_cost.la_code is 'Code of the local authority';
comment on column mart.mart_hnb_cost.la_name is 'Name of the local authority';
comment on column mart.mart_hnb_cost.time_period is 'Financial year, 202425';
comment on column mart.mart_hnb_cost.time_identifier is 'Financial year';
comment on column mart.mart_hnb_cost.as_at_date is 'Day up to which data was known';
comment on column mart.mart_hnb_cost.preferred_source is 'outturn, budget where there is no outturn yet, or placement_cost';
comment on column mart.mart_hnb_cost.data_status is 'final, provisional (budget only) or year_to_date';
comment on column mart.mart_hnb_cost.scope_type is 'TOTAL for the block, GROUP, LINE, PROVISION or SAVING; the groups do not add up to the block: PLACE takes the columns of special schools and alternative provision alone, and TRANSPORT stands outside the block';
comment on column mart.mart_hnb_cost.scope_code is 'Code of the group, line, provision or saving; Total for the block';
comment on column mart.mart_hnb_cost.scope_title is 'Name of what is costed';
comment on column mart.mart_hnb_cost.budget_net_gbp is 'Planned net expenditure';
comment on column mart.mart_hnb_cost.budget_net_gbp_status is 'ok; x where there is no budget';
comment on column mart.mart_hnb_cost.outturn_net_gbp is 'Net expenditure; of a saving, what the model of that year costs';
comment on column mart.mart_hnb_cost.outturn_net_gbp_status is 'ok; x where there is no outturn';
comment on column mart.mart_hnb_cost.variance_gbp is 'Net expenditure less planned net expenditure';
comment on column mart.mart_hnb_cost.variance_gbp_status is 'ok; x where one of the two is not there';
comment on column mart.mart_hnb_cost.per_pupil_gbp is 'Net expenditure (planned, where there is no outturn) divided by the pupils of the January census of the year';
comment on column mart.mart_hnb_cost.per_pupil_gbp_status is 'ok; x where there is no census, z where it does not apply';
comment on column mart.mart_hnb_cost.per_ehcp_gbp is 'Net expenditure (planned, where there is no outturn) divided by the pupils with an EHC plan in that census';
comment on column mart.mart_hnb_cost.per_ehcp_gbp_status is 'ok; x where there is no census, z where it does not apply';
comment on column mart.mart_hnb_cost.per_place_gbp is 'Net expenditure of a provision divided by its commissioned places; of a year in which it was not open for twelve months (months_in_force), of those months';
comment on column mart.mart_hnb_cost.per_place_gbp_status is 'ok; x where no places are known, z where it is no provision';
comment on column mart.mart_hnb_cost.baseline_fy is 'Financial year of the old model, of a saving';
comment on column mart.mart_hnb_cost.baseline_net_gbp is 'Cost of the old model in that year, at this year''s prices where the saving is indexed';
comment on column mart.mart_hnb_cost.baseline_net_gbp_status is 'ok; x where it is not known, z where it is no saving';
comment on column mart.mart_hnb_cost.saving_gbp is 'Cost of the old model less this year''s cost of the model that followed it';
comment on column mart.mart_hnb_cost.saving_gbp_status is 'ok; x while the year is not complete, z where it is no saving or the baseline year itself';
comment on column mart.mart_hnb_cost.dsg_hnb_net_gbp is 'High needs block of the Dedicated Schools Grant after recoupment';
comment on column mart.mart_hnb_cost.dsg_hnb_net_gbp_status is 'ok; x where it is not known, z except for the block';
comment on column mart.mart_hnb_cost.dsg_balance_cf_gbp is 'Dedicated Schools Grant carried forward to the next year, line 1.9.3';
comment on column mart.mart_hnb_cost.dsg_balance_cf_gbp_status is 'ok; x where it is not known, z except for the block';
comment on column mart.mart_hnb_cost.recoupment_gbp is 'What DfE takes back for places that it pays directly';
comment on column mart.mart_hnb_cost.recoupment_gbp_status is 'ok; x where it is not known, z except for the block';
comment on column mart.mart_hnb_cost.comparator_per_pupil_gbp is 'Unweighted mean of the same over the statistical neighbours that have a value';
comment on column mart.mart_hnb_cost.comparator_per_pupil_gbp_status is 'ok; x where no neighbour has a value, z where it does not apply';
comment on column mart.mart_hnb_cost.comparator_la_count is 'Number of statistical neighbours in that mean, of ten';
comment on column mart.mart_hnb_cost.months_in_force is 'Months of the financial year in which the provision was open, those to come left out; null where it is no provision or the register lacks it';
comment on column mart.mart_hnb_cost.children is 'Number of children on whose placements the money was spent, the fewest where budget, outturn and baseline differ; null where it is no money of placements';
