-- Whether there are places enough.
create or replace table mart.mart_sufficiency (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    week_commencing date,
    as_at_date date,
    scope_type varchar,
    scope_code varchar,
    scope_name varchar,
    provision_type varchar,
    neighbourhood varchar,
    key_stages varchar,
    need_focus varchar,
    is_external boolean,
    is_current boolean,
    places integer,
    places_primary integer,
    places_secondary integer,
    places_post16 integer,
    planned_places integer,
    planned_from date,
    placed integer,
    ehcp_pupils integer,
    part_time_pupils integer,
    waiting integer,
    demand integer,
    headroom integer,
    occupancy_pct double,
    occupancy_pct_status varchar
);
comment on table mart.mart_sufficiency is 'One row per provision, tier of support or all provisions, and week with a school day: places, who takes them and who waits';
comment on column mart.mart_sufficiency.la_code is 'Code of the local authority';
comment on column mart.mart_sufficiency.la_name is 'Name of the local authority';
comment on column mart.mart_sufficiency.time_period is 'Academic year, 202425';
comment on column mart.mart_sufficiency.time_identifier is 'Week';
comment on column mart.mart_sufficiency.week_commencing is 'Monday of the week';
comment on column mart.mart_sufficiency.as_at_date is 'Day of all its figures: Thursday, or the last school day before it; else the first school day after it, or the last up to the as-of';
comment on column mart.mart_sufficiency.scope_type is 'PROVISION, SUPPORT_TIER, or Total for all provisions';
comment on column mart.mart_sufficiency.scope_code is 'Code of the provision or of its tier; Unknown or None where the register says none; Total';
comment on column mart.mart_sufficiency.scope_name is 'Its name today';
comment on column mart.mart_sufficiency.provision_type is 'Kind of a provision';
comment on column mart.mart_sufficiency.neighbourhood is 'Code of its neighbourhood';
comment on column mart.mart_sufficiency.key_stages is 'Key stages it takes, separated by blanks';
comment on column mart.mart_sufficiency.need_focus is 'Need it is meant for';
comment on column mart.mart_sufficiency.is_external is 'Whether a provision is in another authority';
comment on column mart.mart_sufficiency.is_current is 'Whether it is the last week that has come';
comment on column mart.mart_sufficiency.places is 'Places commissioned on the day; null where nobody knows';
comment on column mart.mart_sufficiency.places_primary is 'Of these, for primary pupils';
comment on column mart.mart_sufficiency.places_secondary is 'Of these, for secondary pupils';
comment on column mart.mart_sufficiency.places_post16 is 'Of these, for pupils over 16';
comment on column mart.mart_sufficiency.planned_places is 'Places once all that the register says of days to come has begun; of the last week alone';
comment on column mart.mart_sufficiency.planned_from is 'First day of the last of these';
comment on column mart.mart_sufficiency.placed is 'Pupils placed on the day, once each; null where the roll of a school with several provisions does not say in which';
comment on column mart.mart_sufficiency.ehcp_pupils is 'Of these, who had an EHC plan when they came';
comment on column mart.mart_sufficiency.part_time_pupils is 'Of these, who had fewer than ten sessions';
comment on column mart.mart_sufficiency.waiting is 'Pupils referred by the day whose placement started later, once each, and who are not placed there already';
comment on column mart.mart_sufficiency.demand is 'Pupils placed or waiting, once each';
comment on column mart.mart_sufficiency.headroom is 'Known places less demand for them; below nought there are too few';
comment on column mart.mart_sufficiency.occupancy_pct is 'Pupils in provisions with known places per 100 of these';
comment on column mart.mart_sufficiency.occupancy_pct_status is 'ok; z where there is no place; x where nobody knows how many, or in which provision of a school its pupils are';
