-- How strategies stand: outcomes against targets, milestones against the plan.
create or replace table mart.mart_strategy_outcomes (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    strategy_code varchar,
    strategy_title varchar,
    theme_code varchar,
    theme_title varchar,
    target_code varchar,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    polarity varchar,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    scope_code varchar,
    baseline_year integer,
    baseline decimal(18, 6),
    baseline_status varchar,
    baseline_source varchar,
    target decimal(18, 6),
    target_status varchar,
    tolerance decimal(18, 6),
    actual decimal(18, 6),
    actual_status varchar,
    actual_time_identifier varchar,
    trajectory decimal(18, 6),
    trajectory_status varchar,
    gap_to_target decimal(18, 6),
    gap_to_target_status varchar,
    target_met boolean,
    rag varchar,
    comparator_england decimal(18, 6),
    comparator_england_status varchar,
    comparator_sn_mean decimal(18, 6),
    comparator_sn_mean_status varchar,
    comparator_sn_count integer,
    comparator_region decimal(18, 6),
    comparator_region_status varchar,
    source_ref varchar
);
comment on table mart.mart_strategy_outcomes is 'One row per target of a strategy and academic year';
comment on column mart.mart_strategy_outcomes.la_code is 'Code of the local authority';
comment on column mart.mart_strategy_outcomes.la_name is 'Name of the local authority';
comment on column mart.mart_strategy_outcomes.time_period is 'Academic year of the strategy, 202425';
comment on column mart.mart_strategy_outcomes.time_identifier is 'Academic year';
comment on column mart.mart_strategy_outcomes.as_at_date is 'Day up to which the actual was known';
comment on column mart.mart_strategy_outcomes.preferred_source is 'Source of the actual';
comment on column mart.mart_strategy_outcomes.data_status is 'Of the actual: final, provisional or year_to_date; null where there is none';
comment on column mart.mart_strategy_outcomes.strategy_code is 'Code of the strategy';
comment on column mart.mart_strategy_outcomes.strategy_title is 'Title of the strategy';
comment on column mart.mart_strategy_outcomes.theme_code is 'Code of the theme';
comment on column mart.mart_strategy_outcomes.theme_title is 'Title of the theme';
comment on column mart.mart_strategy_outcomes.target_code is 'Code of the target';
comment on column mart.mart_strategy_outcomes.measure_code is 'Measure that is judged';
comment on column mart.mart_strategy_outcomes.measure_name is 'Name of the measure';
comment on column mart.mart_strategy_outcomes.unit is 'Unit of the figures';
comment on column mart.mart_strategy_outcomes.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column mart.mart_strategy_outcomes.phase_type_grouping is 'Phase of schools, or Total';
comment on column mart.mart_strategy_outcomes.breakdown_topic is 'What the measure is broken down by, or Total';
comment on column mart.mart_strategy_outcomes.breakdown is 'Part of the breakdown, or Total';
comment on column mart.mart_strategy_outcomes.scope_code is 'Saving that it is about, or Total';
comment on column mart.mart_strategy_outcomes.baseline_year is 'Year of the baseline';
comment on column mart.mart_strategy_outcomes.baseline is 'Figure of the baseline year';
comment on column mart.mart_strategy_outcomes.baseline_status is 'ok; x where it is not known; else the status of the figure it is taken from';
comment on column mart.mart_strategy_outcomes.baseline_source is 'STATED in the document, or COMPUTED from the mart';
comment on column mart.mart_strategy_outcomes.target is 'Target of the year';
comment on column mart.mart_strategy_outcomes.target_status is 'ok; z where the document sets none for the year';
comment on column mart.mart_strategy_outcomes.tolerance is 'How far from the path is still amber';
comment on column mart.mart_strategy_outcomes.actual is 'Figure of the year';
comment on column mart.mart_strategy_outcomes.actual_status is 'ok; x where there is none yet; else the status of the figure in its mart';
comment on column mart.mart_strategy_outcomes.actual_time_identifier is 'Academic year; Financial year where the figure is of the financial year that ends within it';
comment on column mart.mart_strategy_outcomes.trajectory is 'Where the path from baseline to target is in this year: the target, or the line between its neighbours; of a running year and a figure that accumulates, the share of the school days gone';
comment on column mart.mart_strategy_outcomes.trajectory_status is 'ok; z where there is no path';
comment on column mart.mart_strategy_outcomes.gap_to_target is 'Actual less target';
comment on column mart.mart_strategy_outcomes.gap_to_target_status is 'ok; z where one of the two is not there';
comment on column mart.mart_strategy_outcomes.target_met is 'Whether the target of the year is met; null while that is open';
comment on column mart.mart_strategy_outcomes.rag is 'green: on the path or better; amber: within tolerance; red: beyond it; null where there is no path or no actual';
comment on column mart.mart_strategy_outcomes.comparator_england is 'The same for England, as published';
comment on column mart.mart_strategy_outcomes.comparator_england_status is 'ok; x where it is not published';
comment on column mart.mart_strategy_outcomes.comparator_sn_mean is 'Unweighted mean of the statistical neighbours that have a value';
comment on column mart.mart_strategy_outcomes.comparator_sn_mean_status is 'ok; x where none has';
comment on column mart.mart_strategy_outcomes.comparator_sn_count is 'Number of neighbours in that mean, of ten';
comment on column mart.mart_strategy_outcomes.comparator_region is 'The same for the region, as published';
comment on column mart.mart_strategy_outcomes.comparator_region_status is 'ok; x where it is not published';
comment on column mart.mart_strategy_outcomes.source_ref is 'Document and page';

create or replace table mart.mart_strategy_timeline (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    strategy_code varchar,
    strategy_title varchar,
    theme_code varchar,
    theme_title varchar,
    milestone_code varchar,
    ordinal integer,
    block varchar,
    milestone varchar,
    planned_start date,
    planned_end date,
    actual_date date,
    status varchar,
    days_late integer,
    days_late_status varchar,
    source_ref varchar
);
comment on table mart.mart_strategy_timeline is 'One row per milestone and academic year that it is planned for';
comment on column mart.mart_strategy_timeline.la_code is 'Code of the local authority';
comment on column mart.mart_strategy_timeline.la_name is 'Name of the local authority';
comment on column mart.mart_strategy_timeline.time_period is 'Academic year of the plan, 202425';
comment on column mart.mart_strategy_timeline.time_identifier is 'Academic year';
comment on column mart.mart_strategy_timeline.as_at_date is 'Day of the as-of';
comment on column mart.mart_strategy_timeline.preferred_source is 'strategy';
comment on column mart.mart_strategy_timeline.data_status is 'final where the milestone is reached, else provisional';
comment on column mart.mart_strategy_timeline.strategy_code is 'Code of the strategy';
comment on column mart.mart_strategy_timeline.strategy_title is 'Title of the strategy';
comment on column mart.mart_strategy_timeline.theme_code is 'Code of the theme; null for the strategy as a whole';
comment on column mart.mart_strategy_timeline.theme_title is 'Title of the theme';
comment on column mart.mart_strategy_timeline.milestone_code is 'Code of the milestone';
comment on column mart.mart_strategy_timeline.ordinal is 'Place in the document';
comment on column mart.mart_strategy_timeline.block is 'Part of the plan';
comment on column mart.mart_strategy_timeline.milestone is 'What is to be reached';
comment on column mart.mart_strategy_timeline.planned_start is 'First day of the work, as planned';
comment on column mart.mart_strategy_timeline.planned_end is 'Last day, as planned';
comment on column mart.mart_strategy_timeline.actual_date is 'Day on which it was reached';
comment on column mart.mart_strategy_timeline.status is 'DONE, DONE_LATE, OVERDUE, IN_PROGRESS, PLANNED, or REVIEW_AND_RESET for years after the strategy';
comment on column mart.mart_strategy_timeline.days_late is 'Days late; 0 when in time';
comment on column mart.mart_strategy_timeline.days_late_status is 'ok; z where nothing is due yet';
comment on column mart.mart_strategy_timeline.source_ref is 'Document and page';
