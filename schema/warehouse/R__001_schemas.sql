-- The layers of the warehouse, in the order in which data meets them.
-- Code sets, settings, measures and strategies, filled from config before each build
create schema if not exists config;
-- Empty tables that say what staging must deliver, and what a fact that lives as Parquet looks like
create schema if not exists shape;
-- Accepted rows of the returns, typed and pseudonymised: views of what is live at the as-of
create schema if not exists staged;
-- The star: dimensions, facts and bridges
create schema if not exists core;
-- Answers, ready to read, before disclosure control
create schema if not exists mart;
-- What the build remembers of itself
create schema if not exists build;
