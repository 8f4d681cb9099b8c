-- Strategies: themes and objectives.
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
