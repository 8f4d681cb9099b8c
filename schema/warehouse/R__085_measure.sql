-- Measures: how each is defined, and where it stands.
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

create or replace table config.cut_off_measure (
    measure_code varchar,
    part varchar,
    is_of_schools boolean
);
comment on table config.cut_off_measure is 'One row per measure that is compared with the year before at the same point in the year';
comment on column config.cut_off_measure.measure_code is 'Code of the measure';
comment on column config.cut_off_measure.part is 'Part of part.cut_off that it sums';
comment on column config.cut_off_measure.is_of_schools is 'Whether schools have it, beside the authority';

create or replace table config.signal_measure (
    measure_code varchar,
    every varchar,
    chart varchar,
    funnel varchar
);
comment on table config.signal_measure is 'One row per measure that is looked at for what chance does not explain';
comment on column config.signal_measure.measure_code is 'Code of the measure';
comment on column config.signal_measure.every is 'Kind of period of its series: WEEK or TERM';
comment on column config.signal_measure.chart is 'Of what the limits of its series are made: STEPS, EVENTS or SHARE';
comment on column config.signal_measure.funnel is 'Of what those of schools'' years are made: EVENTS or SHARE';

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
