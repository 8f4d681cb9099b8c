-- Strategies as config says them.
create or replace table config.strategy (
    strategy_code varchar,
    strategy_title varchar,
    la_code integer,
    document varchar,
    review_title varchar,
    review_source_ref varchar
);
comment on table config.strategy is 'One row per strategy of config/strategies';
comment on column config.strategy.strategy_code is 'Code of the strategy';
comment on column config.strategy.strategy_title is 'Title of the strategy';
comment on column config.strategy.la_code is 'Authority whose strategy it is';
comment on column config.strategy.document is 'Document in which it stands';
comment on column config.strategy.review_title is 'What follows it';
comment on column config.strategy.review_source_ref is 'Page or slide that says so';

create or replace table config.strategy_year (
    strategy_code varchar,
    time_period integer,
    kind varchar
);
comment on table config.strategy_year is 'One row per strategy and academic year of its plan';
comment on column config.strategy_year.strategy_code is 'Code of the strategy';
comment on column config.strategy_year.time_period is 'Academic year, 202425';
comment on column config.strategy_year.kind is 'DELIVERY or REVIEW_AND_RESET';

create or replace table config.strategy_link (
    strategy_code varchar,
    ordinal integer,
    linked_title varchar,
    linked_year integer
);
comment on table config.strategy_link is 'One row per strategy that a strategy names';
comment on column config.strategy_link.strategy_code is 'Code of the strategy';
comment on column config.strategy_link.ordinal is 'Place in the document';
comment on column config.strategy_link.linked_title is 'Title of the other strategy';
comment on column config.strategy_link.linked_year is 'Year of the other strategy';

create or replace table config.strategy_theme (
    strategy_code varchar,
    theme_code varchar,
    ordinal integer,
    theme_title varchar,
    source_ref varchar
);
comment on table config.strategy_theme is 'One row per theme of a strategy';
comment on column config.strategy_theme.strategy_code is 'Code of the strategy';
comment on column config.strategy_theme.theme_code is 'Code of the theme';
comment on column config.strategy_theme.ordinal is 'Place in the document';
comment on column config.strategy_theme.theme_title is 'Title of the theme';
comment on column config.strategy_theme.source_ref is 'Page or slide';

create or replace table config.strategy_objective (
    strategy_code varchar,
    theme_code varchar,
    objective_code varchar,
    ordinal integer,
    objective_group varchar,
    objective varchar,
    answered_by varchar,
    measures varchar,
    mart varchar,
    missing varchar,
    source_ref varchar
);
comment on table config.strategy_objective is 'One row per objective of a strategy';
comment on column config.strategy_objective.strategy_code is 'Code of the strategy';
comment on column config.strategy_objective.theme_code is 'Code of the theme';
comment on column config.strategy_objective.objective_code is 'Code of the objective';
comment on column config.strategy_objective.ordinal is 'Place in the document';
comment on column config.strategy_objective.objective_group is 'Heading under which it stands';
comment on column config.strategy_objective.objective is 'Words of the objective';
comment on column config.strategy_objective.answered_by is 'MEASURES, MART or NOTHING_YET';
comment on column config.strategy_objective.measures is 'Codes of the measures that answer it, separated by blanks';
comment on column config.strategy_objective.mart is 'Mart that answers it as a whole';
comment on column config.strategy_objective.missing is 'What has to come before a mart can answer it';
comment on column config.strategy_objective.source_ref is 'Page or slide';

create or replace table config.target (
    strategy_code varchar,
    theme_code varchar,
    target_code varchar,
    measure_code varchar,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    scope_code varchar,
    time_period integer,
    baseline_year integer,
    baseline decimal(18, 6),
    target decimal(18, 6),
    tolerance decimal(18, 6),
    source_ref varchar
);
comment on table config.target is 'One row per target and academic year of its strategy';
comment on column config.target.strategy_code is 'Code of the strategy';
comment on column config.target.theme_code is 'Code of the theme';
comment on column config.target.target_code is 'Code of the target';
comment on column config.target.measure_code is 'Measure that is judged';
comment on column config.target.phase_type_grouping is 'Phase of schools, or Total';
comment on column config.target.breakdown_topic is 'What the measure is broken down by, or Total';
comment on column config.target.breakdown is 'Part of the breakdown, or Total';
comment on column config.target.scope_code is 'Saving that it is about, or Total';
comment on column config.target.time_period is 'Academic year, 202425';
comment on column config.target.baseline_year is 'Year of the baseline';
comment on column config.target.baseline is 'Baseline that the document states; null where the warehouse is asked for it';
comment on column config.target.target is 'Target of the year; null where the document sets none';
comment on column config.target.tolerance is 'How far from the path is still amber';
comment on column config.target.source_ref is 'Page or slide';

create or replace table config.milestone (
    strategy_code varchar,
    milestone_code varchar,
    ordinal integer,
    theme_code varchar,
    block varchar,
    milestone varchar,
    planned_start date,
    planned_end date,
    actual_date date,
    source_ref varchar
);
comment on table config.milestone is 'One row per milestone of a strategy';
comment on column config.milestone.strategy_code is 'Code of the strategy';
comment on column config.milestone.milestone_code is 'Code of the milestone';
comment on column config.milestone.ordinal is 'Place in the document';
comment on column config.milestone.theme_code is 'Theme it belongs to; null for the strategy as a whole';
comment on column config.milestone.block is 'Part of the plan';
comment on column config.milestone.milestone is 'What is to be reached';
comment on column config.milestone.planned_start is 'First day of the work, as planned';
comment on column config.milestone.planned_end is 'Last day, as planned';
comment on column config.milestone.actual_date is 'Day on which it was reached';
comment on column config.milestone.source_ref is 'Page or slide';
