-- What documents of strategies state, and whether it adds up.
create or replace table config.stated_figure (
    strategy_code varchar,
    stated_code varchar,
    time_period integer,
    mart_column varchar,
    label varchar,
    unit varchar,
    stated_value decimal(18, 6),
    source_ref varchar
);
comment on table config.stated_figure is 'One row per figure that a document states, from config/statements';
comment on column config.stated_figure.strategy_code is 'Code of the strategy';
comment on column config.stated_figure.stated_code is 'Code of the figure in its file';
comment on column config.stated_figure.time_period is 'Academic year of the figure, 202425; null where the document dates it by none';
comment on column config.stated_figure.mart_column is 'Column or name of the figure that it is held against; null where the warehouse has none like it';
comment on column config.stated_figure.label is 'Row of that figure, such as a kind of school; null where it has none';
comment on column config.stated_figure.unit is 'Unit: %, GBP, pp, count or a noun';
comment on column config.stated_figure.stated_value is 'The figure, in its unit';
comment on column config.stated_figure.source_ref is 'Page or slide';

create or replace table config.stated_check (
    strategy_code varchar,
    statement varchar,
    ordinal integer,
    what varchar,
    stated_value decimal(18, 6),
    comes_to decimal(18, 6),
    is_consistent boolean
);
comment on table config.stated_check is 'One row per figure that a document makes of other figures of its own, from config/statements';
comment on column config.stated_check.strategy_code is 'Code of the strategy';
comment on column config.stated_check.statement is 'Id of the statement';
comment on column config.stated_check.ordinal is 'Place in the statement';
comment on column config.stated_check.what is 'What the figure is, in words';
comment on column config.stated_check.stated_value is 'What the document says that they come to';
comment on column config.stated_check.comes_to is 'What they come to';
comment on column config.stated_check.is_consistent is 'Whether the two are the same, to as many places as the document says';

create or replace table core.fact_stated_figure (
    stated_figure_key bigint,
    strategy_code varchar,
    stated_code varchar,
    time_period integer,
    mart_column varchar,
    label varchar,
    unit varchar,
    stated_value decimal(18, 6),
    source_ref varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_stated_figure is 'One row per figure that a strategy''s document states';
comment on column core.fact_stated_figure.stated_figure_key is 'Key of the row';
comment on column core.fact_stated_figure.strategy_code is 'Code of the strategy';
comment on column core.fact_stated_figure.stated_code is 'Code of the figure in config/statements';
comment on column core.fact_stated_figure.time_period is 'Academic year of the figure, 202425; null where the document dates it by none';
comment on column core.fact_stated_figure.mart_column is 'Column or name of the figure that it is held against; null where the warehouse has none like it';
comment on column core.fact_stated_figure.label is 'Row of that figure, such as a kind of school; null where it has none';
comment on column core.fact_stated_figure.unit is 'Unit: %, GBP, pp, count or a noun';
comment on column core.fact_stated_figure.stated_value is 'The figure, in its unit';
comment on column core.fact_stated_figure.source_ref is 'Page or slide';
comment on column core.fact_stated_figure.submission_key is '-2: the row comes from config, not from a return';
comment on column core.fact_stated_figure.source_line is 'Null: the row comes from config';

create or replace table core.fact_stated_check (
    stated_check_key bigint,
    strategy_code varchar,
    statement varchar,
    ordinal integer,
    what varchar,
    stated_value decimal(18, 6),
    comes_to decimal(18, 6),
    is_consistent boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_stated_check is 'One row per figure of a strategy''s document that others of its figures come to, or should';
comment on column core.fact_stated_check.stated_check_key is 'Key of the row';
comment on column core.fact_stated_check.strategy_code is 'Code of the strategy';
comment on column core.fact_stated_check.statement is 'Id of the statement';
comment on column core.fact_stated_check.ordinal is 'Place in the statement';
comment on column core.fact_stated_check.what is 'What the figure is, in words';
comment on column core.fact_stated_check.stated_value is 'What the document says that they come to';
comment on column core.fact_stated_check.comes_to is 'What they come to';
comment on column core.fact_stated_check.is_consistent is 'Whether the two are the same, to as many places as the document says';
comment on column core.fact_stated_check.submission_key is '-2: the row comes from config, not from a return';
comment on column core.fact_stated_check.source_line is 'Null: the row comes from config';
