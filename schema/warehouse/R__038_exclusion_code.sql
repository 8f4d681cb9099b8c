-- What exclusions are: categories and reasons.
create or replace table core.dim_exclusion_category (
    code varchar,
    category varchar,
    label varchar,
    counts_in_published boolean,
    valid_from date,
    valid_to date
);
comment on table core.dim_exclusion_category is 'One row per category of exclusion as returns write it';
comment on column core.dim_exclusion_category.code is 'Category as it is returned';
comment on column core.dim_exclusion_category.category is 'Category that facts carry: today''s name of it';
comment on column core.dim_exclusion_category.label is 'What it means';
comment on column core.dim_exclusion_category.counts_in_published is 'Whether published totals count it';
comment on column core.dim_exclusion_category.valid_from is 'First day on which it may be used';
comment on column core.dim_exclusion_category.valid_to is 'Last day on which it may be used';

create or replace table core.dim_exclusion_reason (
    reason_key bigint,
    code varchar,
    label varchar,
    reason_group varchar,
    valid_from date,
    valid_to date
);
comment on table core.dim_exclusion_reason is 'One row per reason and period of its validity, and one each for unknown and not applicable';
comment on column core.dim_exclusion_reason.reason_key is 'Key of the reason; -1 unknown, -2 not applicable';
comment on column core.dim_exclusion_reason.code is 'Code of the reason';
comment on column core.dim_exclusion_reason.label is 'What it means';
comment on column core.dim_exclusion_reason.reason_group is 'The older reason that a finer one belongs to, else itself';
comment on column core.dim_exclusion_reason.valid_from is 'First day on which it may be used';
comment on column core.dim_exclusion_reason.valid_to is 'Last day on which it may be used';
