-- What children and young people were asked, and what came of it.
create or replace table mart.mart_pupil_voice (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    scope_type varchar,
    scope_code varchar,
    scope_title varchar,
    method varchar,
    sessions integer,
    last_held_on date,
    affected_cohort integer,
    respondents integer,
    feedback_pct double,
    feedback_pct_status varchar,
    actions_raised integer,
    actions_closed integer,
    actions_closed_pct double,
    actions_closed_pct_status varchar
);
comment on table mart.mart_pupil_voice is 'One row per academic year, school or authority that asked, and method: children asked and heard, and what was done';
comment on column mart.mart_pupil_voice.la_code is 'Code of the local authority';
comment on column mart.mart_pupil_voice.la_name is 'Name of the local authority';
comment on column mart.mart_pupil_voice.time_period is 'Academic year, 202425';
comment on column mart.mart_pupil_voice.time_identifier is 'Academic year';
comment on column mart.mart_pupil_voice.as_at_date is 'Last day of the period, or the as-of while it runs';
comment on column mart.mart_pupil_voice.preferred_source is 'register: the authority''s own register';
comment on column mart.mart_pupil_voice.data_status is 'provisional; year_to_date while the period runs';
comment on column mart.mart_pupil_voice.scope_type is 'TOTAL for all consultations, AUTHORITY for those of the whole authority, SCHOOL for those of one';
comment on column mart.mart_pupil_voice.scope_code is 'Total, code of the authority, or DfE number of the school';
comment on column mart.mart_pupil_voice.scope_title is 'Name of who asked';
comment on column mart.mart_pupil_voice.method is 'SURVEY, FOCUS_GROUP or INTERVIEW, UNKNOWN where the register does not say, or Total';
comment on column mart.mart_pupil_voice.sessions is 'Consultations';
comment on column mart.mart_pupil_voice.last_held_on is 'Day of the last one that has a day';
comment on column mart.mart_pupil_voice.affected_cohort is 'Children whom they are about, once a consultation';
comment on column mart.mart_pupil_voice.respondents is 'Children who answered, once a consultation';
comment on column mart.mart_pupil_voice.feedback_pct is 'Of 100 children whom consultations are about, those who answered; of consultations that tell both';
comment on column mart.mart_pupil_voice.feedback_pct_status is 'ok; x where none tells both; z where they are about nobody';
comment on column mart.mart_pupil_voice.actions_raised is 'Actions that followed';
comment on column mart.mart_pupil_voice.actions_closed is 'Of these, actions that are done';
comment on column mart.mart_pupil_voice.actions_closed_pct is 'Of 100 actions that followed, those that are done; of consultations that tell both';
comment on column mart.mart_pupil_voice.actions_closed_pct_status is 'ok; x where none tells both; z where no action followed';
