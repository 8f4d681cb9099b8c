-- The layers of the warehouse, in the order in which data meets them.
-- Code sets, settings, measures and strategies, filled from config before each build
create schema if not exists config;
-- Empty tables that say what staging must deliver, and what a fact that lives as Parquet looks like
create schema if not exists shape;
-- Accepted rows of the returns, typed and pseudonymised: views of what is live at the as-of
create schema if not exists staged;
-- The star: dimensions, facts and bridges
create schema if not exists core;
-- What adds to which cell: views of sql/parts
create schema if not exists part;
-- The sums of parts by cell
create schema if not exists total;
-- Figures of each subject: one row a measure and cell, as config/measures says
create schema if not exists figure;
-- Answers, ready to read, before disclosure control
create schema if not exists mart;
-- What the build remembers of itself
create schema if not exists build;
