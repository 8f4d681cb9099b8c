-- Results of key stage 4 of pupils in alternative provision, supported or excluded.
create or replace table shape.mart_ks4_ap (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    cohort varchar,
    cohort_name varchar,
    breakdown_topic varchar,
    breakdown varchar,
    is_comparable boolean,
    is_comparable_with_year_before boolean
);
comment on table shape.mart_ks4_ap is 'One row per academic year with results of key stage 4 and cohort, or group of all pupils: what they achieved';
comment on column shape.mart_ks4_ap.la_code is 'Code of the local authority';
comment on column shape.mart_ks4_ap.la_name is 'Name of the local authority';
comment on column shape.mart_ks4_ap.time_period is 'Academic year at the end of which the results came, 202425';
comment on column shape.mart_ks4_ap.time_identifier is 'Academic year';
comment on column shape.mart_ks4_ap.as_at_date is 'Last day of the year';
comment on column shape.mart_ks4_ap.preferred_source is 'ks4_results';
comment on column shape.mart_ks4_ap.data_status is 'provisional while the year runs, then final';
comment on column shape.mart_ks4_ap.cohort is 'ALL, IN_AP, PARTNERSHIP_Y11, REMAINED_ON_ROLL or EVER_PEX; cohorts overlap';
comment on column shape.mart_ks4_ap.cohort_name is 'Its name';
comment on column shape.mart_ks4_ap.breakdown_topic is 'Total; of all pupils also Attendance, Sex, FSM, SEN provision or Ethnicity major, as in the summer term';
comment on column shape.mart_ks4_ap.breakdown is 'Group within the topic; of attendance the sessions of the year that the pupil attended, of those possible';
comment on column shape.mart_ks4_ap.is_comparable is 'Whether grades of the year may be compared with those of other years: not those of 2019/20 and 2020/21, and where the file says that they may not';
comment on column shape.mart_ks4_ap.is_comparable_with_year_before is 'Whether they may, those of the year before may, and there are some';
