-- What strategies promise: targets and milestones.
create or replace table core.fact_target (
    target_key bigint,
    strategy_key bigint,
    theme_key bigint,
    measure_key bigint,
    strategy_code varchar,
    theme_code varchar,
    target_code varchar,
    measure_code varchar,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    scope_code varchar,
    time_period integer,
    time_identifier varchar,
    baseline_year integer,
    baseline decimal(18, 6),
    target decimal(18, 6),
    tolerance decimal(18, 6),
    source_ref varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_target is 'One row per target and academic year of its strategy';
comment on column core.fact_target.target_key is 'Key of the row';
comment on column core.fact_target.strategy_key is 'The strategy';
comment on column core.fact_target.theme_key is 'The theme';
comment on column core.fact_target.measure_key is 'The measure, as it is defined today';
comment on column core.fact_target.strategy_code is 'Code of the strategy';
comment on column core.fact_target.theme_code is 'Code of the theme';
comment on column core.fact_target.target_code is 'Code of the target';
comment on column core.fact_target.measure_code is 'Measure that is judged';
comment on column core.fact_target.phase_type_grouping is 'Phase of schools, or Total';
comment on column core.fact_target.breakdown_topic is 'What the measure is broken down by, or Total';
comment on column core.fact_target.breakdown is 'Part of the breakdown, or Total';
comment on column core.fact_target.scope_code is 'Saving that it is about, or Total';
comment on column core.fact_target.time_period is 'Academic year, 202425';
comment on column core.fact_target.time_identifier is 'Academic year';
comment on column core.fact_target.baseline_year is 'Year of the baseline';
comment on column core.fact_target.baseline is 'Baseline that the document states; null where the warehouse is asked for it';
comment on column core.fact_target.target is 'Target of the year; null where the document sets none';
comment on column core.fact_target.tolerance is 'How far from the path is still amber';
comment on column core.fact_target.source_ref is 'Document and page';
comment on column core.fact_target.submission_key is '-2: the row comes from config, not from a return';
comment on column core.fact_target.source_line is 'Null: the row comes from config';

create or replace table core.fact_milestone (
    milestone_key bigint,
    strategy_key bigint,
    theme_key bigint,
    strategy_code varchar,
    theme_code varchar,
    milestone_code varchar,
    ordinal integer,
    block varchar,
    milestone varchar,
    planned_start date,
    planned_end date,
    actual_date date,
    status varchar,
    days_late integer,
    source_ref varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_milestone is 'One row per milestone of a strategy';
comment on column core.fact_milestone.milestone_key is 'Key of the milestone';
comment on column core.fact_milestone.strategy_key is 'The strategy';
comment on column core.fact_milestone.theme_key is 'The theme; -2 for the strategy as a whole';
comment on column core.fact_milestone.strategy_code is 'Code of the strategy';
comment on column core.fact_milestone.theme_code is 'Code of the theme';
comment on column core.fact_milestone.milestone_code is 'Code of the milestone';
comment on column core.fact_milestone.ordinal is 'Place in the document';
comment on column core.fact_milestone.block is 'Part of the plan';
comment on column core.fact_milestone.milestone is 'What is to be reached';
comment on column core.fact_milestone.planned_start is 'First day of the work, as planned';
comment on column core.fact_milestone.planned_end is 'Last day, as planned';
comment on column core.fact_milestone.actual_date is 'Day on which it was reached; null where that is after the as-of';
comment on column core.fact_milestone.status is 'DONE, DONE_LATE, OVERDUE, IN_PROGRESS or PLANNED, on the day of the as-of';
comment on column core.fact_milestone.days_late is 'Days from the planned end to the actual date, or to the as-of while it is overdue; 0 when in time';
comment on column core.fact_milestone.source_ref is 'Document and page';
comment on column core.fact_milestone.submission_key is '-2: the row comes from config, not from a return';
comment on column core.fact_milestone.source_line is 'Null: the row comes from config';
