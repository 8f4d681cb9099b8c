-- What chance does not explain.
create or replace table mart.mart_signals (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    week_commencing date,
    geographic_level varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    phase_type_grouping varchar,
    education_phase varchar,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    polarity varchar,
    chart varchar,
    value double,
    value_status varchar,
    centre double,
    centre_status varchar,
    low double,
    low_status varchar,
    high double,
    high_status varchar,
    inner_low double,
    inner_low_status varchar,
    inner_high double,
    inner_high_status varchar,
    sigmas double,
    sigmas_status varchar,
    signal varchar,
    rules_broken integer,
    direction varchar,
    is_low_base boolean
);
comment on table mart.mart_signals is 'One row per measure, area and week or term that is over, and per measure, school and year: the figure beside the centre and limits of its chart, and what chance does not explain';
comment on column mart.mart_signals.la_code is 'Code of the local authority';
comment on column mart.mart_signals.la_name is 'Name of the local authority';
comment on column mart.mart_signals.time_period is 'Academic year, 202425; of a week the calendar year in which most of it lies';
comment on column mart.mart_signals.time_identifier is 'Week, term or Academic year';
comment on column mart.mart_signals.as_at_date is 'Day up to which the figure is known';
comment on column mart.mart_signals.preferred_source is 'Source that counts';
comment on column mart.mart_signals.data_status is 'final, provisional or, of the year of a funnel, year_to_date';
comment on column mart.mart_signals.week_commencing is 'Monday of the week; null of a term or year';
comment on column mart.mart_signals.geographic_level is 'Local authority or School';
comment on column mart.mart_signals.laestab is 'DfE number of the school; null for the authority';
comment on column mart.mart_signals.urn is 'Unique reference number of the establishment that was open then; null for the authority';
comment on column mart.mart_signals.school_name is 'Its name';
comment on column mart.mart_signals.phase_type_grouping is 'Total, or of the authority the kind or phase of school';
comment on column mart.mart_signals.education_phase is 'Phase of the school; null for the authority';
comment on column mart.mart_signals.measure_code is 'Code of the measure';
comment on column mart.mart_signals.measure_name is 'Its name';
comment on column mart.mart_signals.unit is 'Unit of the figures';
comment on column mart.mart_signals.polarity is 'LOW: lower is better; HIGH: higher is better';
comment on column mart.mart_signals.chart is 'SERIES: beside the other weeks of the school year, or the other terms; FUNNEL: a school''s year beside all schools of its phase';
comment on column mart.mart_signals.value is 'The figure';
comment on column mart.mart_signals.value_status is 'ok, or why there is no figure: z it does not apply or there is nothing to divide by, x nobody has told of it';
comment on column mart.mart_signals.centre is 'Centre of the chart: the mean of its figures, or the rate of all events; of a funnel the rate of all schools of the phase';
comment on column mart.mart_signals.centre_status is 'ok; z where there are too few figures in a row, or fewer than four schools of the phase';
comment on column mart.mart_signals.low is 'Lower limit: three sigma below the centre; of a funnel, of 99.8 in 100 schools of the size';
comment on column mart.mart_signals.low_status is 'ok; z where there is none';
comment on column mart.mart_signals.high is 'Upper limit: three sigma above the centre; of a funnel, of 99.8 in 100 schools of the size';
comment on column mart.mart_signals.high_status is 'ok; z where there is none';
comment on column mart.mart_signals.inner_low is 'Two sigma below the centre; of a funnel, of 95 in 100 schools of the size';
comment on column mart.mart_signals.inner_low_status is 'ok; z where there is none';
comment on column mart.mart_signals.inner_high is 'Two sigma above the centre; of a funnel, of 95 in 100 schools of the size';
comment on column mart.mart_signals.inner_high_status is 'ok; z where there is none';
comment on column mart.mart_signals.sigmas is 'How many sigma the figure lies above the centre; below it less than nought';
comment on column mart.mart_signals.sigmas_status is 'ok; z where there is none';
comment on column mart.mart_signals.signal is 'Strongest rule that the figure breaks. SERIES: BEYOND_LIMITS, TWO_OF_THREE beyond two sigma, RUN_OF_EIGHT on one side of the centre, TREND_OF_SIX up or down. FUNNEL: BEYOND_998, BEYOND_95. NONE where it breaks none; null where it is not judged: no figure, too few for limits, a low base';
comment on column mart.mart_signals.rules_broken is 'How many rules the figure breaks; null where it is not judged';
comment on column mart.mart_signals.direction is 'BETTER or WORSE by the polarity of the measure; null without a signal';
comment on column mart.mart_signals.is_low_base is 'Whether the figure rests on too few to be judged: fewer children, or events expected at the centre, than low_base; null without a figure';
