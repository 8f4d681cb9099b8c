-- What the high needs block costs.
create or replace table shape.mart_hnb_cost (
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
    baseline_fy integer,
    comparator_la_count integer,
    months_in_force integer,
    children integer
);
comment on table shape.mart_hnb_cost is 'One row per authority, financial year and what is costed: the block, a group, a line, a provision or a saving; groups do not add up to the block';
comment on column shape.mart_hnb_cost.la_code is 'Code of the local authority';
comment on column shape.mart_hnb_cost.la_name is 'Name of the local authority';
comment on column shape.mart_hnb_cost.time_period is 'Financial year, 202425';
comment on column shape.mart_hnb_cost.time_identifier is 'Financial year';
comment on column shape.mart_hnb_cost.as_at_date is 'Day up to which data was known';
comment on column shape.mart_hnb_cost.preferred_source is 'outturn, budget where there is no outturn yet, or placement_cost';
comment on column shape.mart_hnb_cost.data_status is 'final, provisional (budget only) or year_to_date';
comment on column shape.mart_hnb_cost.scope_type is 'TOTAL for the block, GROUP, LINE, PROVISION or SAVING; the groups do not add up to the block: PLACE takes the columns of special schools and alternative provision alone, and TRANSPORT stands outside the block';
comment on column shape.mart_hnb_cost.scope_code is 'Code of the group, line, provision or saving; Total for the block';
comment on column shape.mart_hnb_cost.scope_title is 'Name of what is costed';
comment on column shape.mart_hnb_cost.baseline_fy is 'Financial year of the old model, of a saving';
comment on column shape.mart_hnb_cost.comparator_la_count is 'Number of statistical neighbours in that mean, of ten';
comment on column shape.mart_hnb_cost.months_in_force is 'Months of the financial year in which the provision was open, those to come left out; null where it is no provision or the register lacks it';
comment on column shape.mart_hnb_cost.children is 'Number of children on whose placements the money was spent, the fewest where budget, outturn and baseline differ; null where it is no money of placements';
