-- Measures and strategies: what is promised, by when, and how it will be judged.
create or replace table config.measure (
    measure_code varchar,
    measure_name varchar,
    definition varchar,
    valid_from date,
    valid_to date,
    unit varchar,
    polarity varchar,
    dp integer,
    numerator varchar,
    denominator varchar,
    kind varchar,
    times decimal(18, 5),
    children_measure varchar,
    source varchar,
    mart varchar,
    mart_column varchar,
    accumulates boolean,
    comparator_dataset varchar,
    comparator_measure varchar
);
comment on table config.measure is 'One row per measure and definition, from config/measures';
comment on column config.measure.measure_code is 'Code of the measure';
comment on column config.measure.measure_name is 'Name of the measure';
comment on column config.measure.definition is 'What it is';
comment on column config.measure.valid_from is 'First day of this definition';
comment on column config.measure.valid_to is 'Last day of this definition';
comment on column config.measure.unit is 'Unit of the figure';
comment on column config.measure.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column config.measure.dp is 'Decimal places to show';
comment on column config.measure.numerator is 'Measure above the line, where it is a quotient of two';
comment on column config.measure.denominator is 'Measure below the line';
comment on column config.measure.kind is 'SUM, RATE, QUOTIENT, MONEY, MONEY_QUOTIENT, DIFFERENCE, CHANGE, or OWN where its mart says it';
comment on column config.measure.times is 'What the quotient of numerator and denominator is multiplied with; 100 of a rate';
comment on column config.measure.children_measure is 'Measure of the children or events on whom it rests, where that is not its numerator';
comment on column config.measure.source is 'Statistic it belongs to; two statistics are never compared';
comment on column config.measure.mart is 'Mart in which it stands';
comment on column config.measure.mart_column is 'Column in which it stands';
comment on column config.measure.accumulates is 'Whether the figure of a running year grows until the year ends';
comment on column config.measure.comparator_dataset is 'Published file with figures of the same kind';
comment on column config.measure.comparator_measure is 'Measure of that file';

create or replace table config.measure_column (
    measure_code varchar,
    mart varchar,
    mart_column varchar,
    is_home boolean
);
comment on table config.measure_column is 'One row per column of a mart that holds a measure';
comment on column config.measure_column.measure_code is 'Code of the measure';
comment on column config.measure_column.mart is 'Mart';
comment on column config.measure_column.mart_column is 'Column of the mart';
comment on column config.measure_column.is_home is 'Whether it is the column from which strategies take the figure';

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

create or replace table core.dim_measure (
    measure_key bigint,
    measure_code varchar,
    measure_name varchar,
    definition varchar,
    unit varchar,
    polarity varchar,
    dp integer,
    numerator varchar,
    denominator varchar,
    kind varchar,
    times decimal(18, 5),
    children_measure varchar,
    source varchar,
    mart varchar,
    mart_column varchar,
    accumulates boolean,
    comparator_dataset varchar,
    comparator_measure varchar,
    valid_from date,
    valid_to date,
    is_current boolean
);
comment on table core.dim_measure is 'One row per measure and definition';
comment on column core.dim_measure.measure_key is 'Key of the measure and definition';
comment on column core.dim_measure.measure_code is 'Code of the measure';
comment on column core.dim_measure.measure_name is 'Name of the measure';
comment on column core.dim_measure.definition is 'What it is';
comment on column core.dim_measure.unit is 'Unit of the figure';
comment on column core.dim_measure.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column core.dim_measure.dp is 'Decimal places to show';
comment on column core.dim_measure.numerator is 'Measure above the line, where it is a quotient of two';
comment on column core.dim_measure.denominator is 'Measure below the line';
comment on column core.dim_measure.kind is 'SUM, RATE, QUOTIENT, MONEY, MONEY_QUOTIENT, DIFFERENCE, CHANGE, or OWN where its mart says it';
comment on column core.dim_measure.times is 'What the quotient of numerator and denominator is multiplied with; 100 of a rate';
comment on column core.dim_measure.children_measure is 'Measure of the children or events on whom it rests, where that is not its numerator';
comment on column core.dim_measure.source is 'Statistic it belongs to; two statistics are never compared';
comment on column core.dim_measure.mart is 'Mart in which it stands';
comment on column core.dim_measure.mart_column is 'Column in which it stands';
comment on column core.dim_measure.accumulates is 'Whether the figure of a running year grows until the year ends';
comment on column core.dim_measure.comparator_dataset is 'Published file with figures of the same kind';
comment on column core.dim_measure.comparator_measure is 'Measure of that file';
comment on column core.dim_measure.valid_from is 'First day of this definition';
comment on column core.dim_measure.valid_to is 'Last day of this definition; 9999-12-31 while it lasts';
comment on column core.dim_measure.is_current is 'Whether this definition holds on the day of the as-of';

create or replace table core.dim_strategy (
    strategy_key bigint,
    strategy_code varchar,
    strategy_title varchar,
    la_code integer,
    is_home_la boolean,
    document varchar,
    first_year integer,
    last_year integer,
    review_title varchar,
    review_first_year integer,
    review_last_year integer,
    objectives integer,
    objectives_answered integer
);
comment on table core.dim_strategy is 'One row per strategy, other authorities'' too';
comment on column core.dim_strategy.strategy_key is 'Key of the strategy';
comment on column core.dim_strategy.strategy_code is 'Code of the strategy';
comment on column core.dim_strategy.strategy_title is 'Title of the strategy';
comment on column core.dim_strategy.la_code is 'Authority whose strategy it is';
comment on column core.dim_strategy.is_home_la is 'Whether that is the authority of this warehouse; only its strategies fill marts';
comment on column core.dim_strategy.document is 'Document in which it stands';
comment on column core.dim_strategy.first_year is 'First academic year, 202425';
comment on column core.dim_strategy.last_year is 'Last academic year';
comment on column core.dim_strategy.review_title is 'What follows it';
comment on column core.dim_strategy.review_first_year is 'First academic year of what follows';
comment on column core.dim_strategy.review_last_year is 'Last academic year of what follows';
comment on column core.dim_strategy.objectives is 'Number of its objectives';
comment on column core.dim_strategy.objectives_answered is 'Number of its objectives that a mart answers today';

create or replace table core.dim_strategy_theme (
    theme_key bigint,
    strategy_key bigint,
    strategy_code varchar,
    theme_code varchar,
    ordinal integer,
    theme_title varchar,
    source_ref varchar
);
comment on table core.dim_strategy_theme is 'One row per theme of a strategy';
comment on column core.dim_strategy_theme.theme_key is 'Key of the theme';
comment on column core.dim_strategy_theme.strategy_key is 'The strategy';
comment on column core.dim_strategy_theme.strategy_code is 'Code of the strategy';
comment on column core.dim_strategy_theme.theme_code is 'Code of the theme';
comment on column core.dim_strategy_theme.ordinal is 'Place in the document';
comment on column core.dim_strategy_theme.theme_title is 'Title of the theme';
comment on column core.dim_strategy_theme.source_ref is 'Page or slide';

create or replace table core.dim_strategy_objective (
    objective_key bigint,
    strategy_key bigint,
    theme_key bigint,
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
comment on table core.dim_strategy_objective is 'One row per objective of a strategy';
comment on column core.dim_strategy_objective.objective_key is 'Key of the objective';
comment on column core.dim_strategy_objective.strategy_key is 'The strategy';
comment on column core.dim_strategy_objective.theme_key is 'The theme';
comment on column core.dim_strategy_objective.strategy_code is 'Code of the strategy';
comment on column core.dim_strategy_objective.theme_code is 'Code of the theme';
comment on column core.dim_strategy_objective.objective_code is 'Code of the objective';
comment on column core.dim_strategy_objective.ordinal is 'Place in the document';
comment on column core.dim_strategy_objective.objective_group is 'Heading under which it stands';
comment on column core.dim_strategy_objective.objective is 'Words of the objective';
comment on column core.dim_strategy_objective.answered_by is 'MEASURES, MART or NOTHING_YET';
comment on column core.dim_strategy_objective.measures is 'Codes of the measures that answer it, separated by blanks';
comment on column core.dim_strategy_objective.mart is 'Mart that answers it as a whole';
comment on column core.dim_strategy_objective.missing is 'What has to come before a mart can answer it';
comment on column core.dim_strategy_objective.source_ref is 'Page or slide';

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
