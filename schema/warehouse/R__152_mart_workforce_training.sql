-- Staff and schools that were trained.
create or replace table config.course (
    code varchar,
    label varchar
);
comment on table config.course is 'One row per course of the register of training';
comment on column config.course.code is 'Code, as the returns write it';
comment on column config.course.label is 'What the code means';

create or replace table mart.mart_workforce_training (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    course varchar,
    course_title varchar,
    role varchar,
    events integer,
    sessions integer,
    staff_trained integer,
    schools_trained integer,
    schools integer,
    schools_trained_pct double,
    schools_trained_pct_status varchar,
    staff_so_far integer,
    schools_so_far integer,
    schools_so_far_pct double,
    schools_so_far_pct_status varchar
);
comment on table mart.mart_workforce_training is 'One row per academic year or term of it, course and role: how many were trained, and in how many schools';
comment on column mart.mart_workforce_training.la_code is 'Code of the local authority';
comment on column mart.mart_workforce_training.la_name is 'Name of the local authority';
comment on column mart.mart_workforce_training.time_period is 'Academic year, 202425';
comment on column mart.mart_workforce_training.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column mart.mart_workforce_training.as_at_date is 'Last day of the period, or the as-of while it runs';
comment on column mart.mart_workforce_training.preferred_source is 'register: the authority''s own register';
comment on column mart.mart_workforce_training.data_status is 'provisional; year_to_date while the period runs';
comment on column mart.mart_workforce_training.course is 'Code of the course, UNKNOWN where the register does not say, or Total';
comment on column mart.mart_workforce_training.course_title is 'What the course is';
comment on column mart.mart_workforce_training.role is 'Role of those who were trained, as the register has it, UNKNOWN where it does not say, or Total';
comment on column mart.mart_workforce_training.events is 'Events of the period: a school, a course and a day';
comment on column mart.mart_workforce_training.sessions is 'Sessions of these; null where none of them tells';
comment on column mart.mart_workforce_training.staff_trained is 'Staff trained in the period, once an event; null where none of its events tells';
comment on column mart.mart_workforce_training.schools_trained is 'Schools with an event in the period';
comment on column mart.mart_workforce_training.schools is 'State-funded schools of the authority that are open on as_at_date';
comment on column mart.mart_workforce_training.schools_trained_pct is 'Of 100 of these, those with an event in the period';
comment on column mart.mart_workforce_training.schools_trained_pct_status is 'ok; z where no school is open';
comment on column mart.mart_workforce_training.staff_so_far is 'Staff trained up to as_at_date since the register began, once an event';
comment on column mart.mart_workforce_training.schools_so_far is 'Schools with an event up to as_at_date';
comment on column mart.mart_workforce_training.schools_so_far_pct is 'Of 100 open schools, those with an event up to as_at_date';
comment on column mart.mart_workforce_training.schools_so_far_pct_status is 'ok; z where no school is open';
