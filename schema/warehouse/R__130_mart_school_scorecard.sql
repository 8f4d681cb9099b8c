-- Schools of the authority, one by one.
create or replace table mart.mart_school_scorecard (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    rows_rejected_pct double,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    phase_type_grouping varchar,
    neighbourhood varchar,
    roll bigint,
    roll_status varchar,
    fsm_pct double,
    fsm_pct_status varchar,
    sen_support_pct double,
    sen_support_pct_status varchar,
    ehcp_pct double,
    ehcp_pct_status varchar,
    eal_pct double,
    eal_pct_status varchar,
    enrolments bigint,
    enrolments_status varchar,
    attendance_rate double,
    attendance_rate_status varchar,
    absence_rate double,
    absence_rate_status varchar,
    pa_enrolments bigint,
    pa_enrolments_status varchar,
    pa_rate double,
    pa_rate_status varchar,
    severe_enrolments bigint,
    severe_enrolments_status varchar,
    severe_rate double,
    severe_rate_status varchar,
    suspension bigint,
    suspension_status varchar,
    susp_rate double,
    susp_rate_status varchar,
    perm_excl bigint,
    perm_excl_status varchar,
    one_plus_susp bigint,
    one_plus_susp_status varchar,
    one_plus_susp_rate double,
    one_plus_susp_rate_status varchar,
    days_lost_per_100 double,
    days_lost_per_100_status varchar,
    c2_sessions_pct double,
    c2_sessions_pct_status varchar,
    ap_pupils bigint,
    ap_pupils_status varchar,
    charter_signed boolean,
    charter_signed_status varchar,
    policy_change_date date,
    policy_change_date_status varchar
);
comment on table mart.mart_school_scorecard is 'One row per LAESTAB of a state-funded school and academic year: what the year''s returns tell of it';
comment on column mart.mart_school_scorecard.la_code is 'Code of the local authority';
comment on column mart.mart_school_scorecard.la_name is 'Name of the local authority';
comment on column mart.mart_school_scorecard.time_period is 'Academic year, 202425';
comment on column mart.mart_school_scorecard.time_identifier is 'Academic year';
comment on column mart.mart_school_scorecard.as_at_date is 'End of the year, or the as-of while it runs';
comment on column mart.mart_school_scorecard.preferred_source is 'Of exclusions: census where it counts for every term of the school, else notices';
comment on column mart.mart_school_scorecard.data_status is 'Of exclusions: year_to_date while the year runs, then final or provisional';
comment on column mart.mart_school_scorecard.rows_rejected_pct is 'Rows rejected of 100 in the census returns that the roll stands on';
comment on column mart.mart_school_scorecard.laestab is 'DfE number of the school: LA code and establishment number';
comment on column mart.mart_school_scorecard.urn is 'Unique reference number of the establishment open at the end of the year';
comment on column mart.mart_school_scorecard.school_name is 'Its name';
comment on column mart.mart_school_scorecard.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column mart.mart_school_scorecard.phase_type_grouping is 'Kind of school in the words of EES';
comment on column mart.mart_school_scorecard.neighbourhood is 'Neighbourhood of the authority';
comment on column mart.mart_school_scorecard.roll is 'Pupils of single or main registration on January census day; until this year''s, on the last one';
comment on column mart.mart_school_scorecard.roll_status is 'ok; x where no January census has come';
comment on column mart.mart_school_scorecard.fsm_pct is 'Of 100 pupils on roll, those with free school meals';
comment on column mart.mart_school_scorecard.fsm_pct_status is 'ok; x where no January census has come; z where it has nobody on roll';
comment on column mart.mart_school_scorecard.sen_support_pct is 'Of 100 pupils on roll, those with SEN support, without an EHC plan';
comment on column mart.mart_school_scorecard.sen_support_pct_status is 'ok; x where no January census has come; z where it has nobody on roll';
comment on column mart.mart_school_scorecard.ehcp_pct is 'Of 100 pupils on roll, those with an EHC plan';
comment on column mart.mart_school_scorecard.ehcp_pct_status is 'ok; x where no January census has come; z where it has nobody on roll';
comment on column mart.mart_school_scorecard.eal_pct is 'Of 100 pupils on roll, those whose first language is not English';
comment on column mart.mart_school_scorecard.eal_pct_status is 'ok; x where no January census has come; z where it has nobody on roll';
comment on column mart.mart_school_scorecard.enrolments is 'Pupils aged 5 to 15 with a possible session in the year';
comment on column mart.mart_school_scorecard.enrolments_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.attendance_rate is 'Sessions attended per 100 possible ones, of pupils aged 5 to 15';
comment on column mart.mart_school_scorecard.attendance_rate_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.absence_rate is 'Sessions of absence per 100 possible ones';
comment on column mart.mart_school_scorecard.absence_rate_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.pa_enrolments is 'Enrolments that missed 10 % or more of their own possible sessions';
comment on column mart.mart_school_scorecard.pa_enrolments_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.pa_rate is 'Of 100 enrolments, those absent persistently';
comment on column mart.mart_school_scorecard.pa_rate_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.severe_enrolments is 'Enrolments that missed 50 % or more of their own possible sessions';
comment on column mart.mart_school_scorecard.severe_enrolments_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.severe_rate is 'Of 100 enrolments, those absent severely';
comment on column mart.mart_school_scorecard.severe_rate_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.suspension is 'Suspensions that started in the year';
comment on column mart.mart_school_scorecard.suspension_status is 'ok; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.susp_rate is 'Suspensions per 100 pupils on roll; may exceed 100';
comment on column mart.mart_school_scorecard.susp_rate_status is 'ok; z where there are no pupils on roll; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.perm_excl is 'Permanent exclusions that started in the year';
comment on column mart.mart_school_scorecard.perm_excl_status is 'ok; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.one_plus_susp is 'Pupils with one or more suspensions at this school';
comment on column mart.mart_school_scorecard.one_plus_susp_status is 'ok; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.one_plus_susp_rate is 'Of 100 pupils on roll, those with one or more suspensions';
comment on column mart.mart_school_scorecard.one_plus_susp_rate_status is 'ok; z where there are no pupils on roll; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.days_lost_per_100 is 'Days lost to suspensions per 100 pupils on roll';
comment on column mart.mart_school_scorecard.days_lost_per_100_status is 'ok; z where there are no pupils on roll; x where no notice and no census tells of the school''s year';
comment on column mart.mart_school_scorecard.c2_sessions_pct is 'Sessions on a part-time timetable (code C2) per 100 possible ones';
comment on column mart.mart_school_scorecard.c2_sessions_pct_status is 'ok; z for schools that attendance figures do not count; x where no marks have come';
comment on column mart.mart_school_scorecard.ap_pupils is 'Pupils for whom the school arranged alternative provision, as a census of the year told';
comment on column mart.mart_school_scorecard.ap_pupils_status is 'ok; x where no census has come';
comment on column mart.mart_school_scorecard.charter_signed is 'Whether the school had signed the charter by the end of the year, or by the as-of';
comment on column mart.mart_school_scorecard.charter_signed_status is 'ok; x where no register of policy events has come';
comment on column mart.mart_school_scorecard.policy_change_date is 'Day of the school''s last change of policy up to the end of the year, or to the as-of';
comment on column mart.mart_school_scorecard.policy_change_date_status is 'ok; z where there was none; x where no register of policy events has come';

create or replace table mart.mart_school_scorecard_measure (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    laestab integer,
    urn integer,
    school_name varchar,
    education_phase varchar,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    polarity varchar,
    value double,
    value_status varchar,
    la_value double,
    la_value_status varchar,
    national_value double,
    national_value_status varchar,
    quartile_in_la integer,
    quartile_in_la_status varchar,
    rag varchar,
    la_count integer
);
comment on table mart.mart_school_scorecard_measure is 'One row per school, academic year and measure: the school beside the authority''s schools of its phase and England''s';
comment on column mart.mart_school_scorecard_measure.la_code is 'Code of the local authority';
comment on column mart.mart_school_scorecard_measure.la_name is 'Name of the local authority';
comment on column mart.mart_school_scorecard_measure.time_period is 'Academic year, 202425';
comment on column mart.mart_school_scorecard_measure.time_identifier is 'Academic year';
comment on column mart.mart_school_scorecard_measure.as_at_date is 'End of the year, or the as-of while it runs';
comment on column mart.mart_school_scorecard_measure.preferred_source is 'Of exclusions: census where it counts for every term of the school, else notices';
comment on column mart.mart_school_scorecard_measure.data_status is 'Of exclusions: year_to_date while the year runs, then final or provisional';
comment on column mart.mart_school_scorecard_measure.laestab is 'DfE number of the school: LA code and establishment number';
comment on column mart.mart_school_scorecard_measure.urn is 'Unique reference number of the establishment open at the end of the year';
comment on column mart.mart_school_scorecard_measure.school_name is 'Its name';
comment on column mart.mart_school_scorecard_measure.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column mart.mart_school_scorecard_measure.measure_code is 'Code of the measure';
comment on column mart.mart_school_scorecard_measure.measure_name is 'Its name';
comment on column mart.mart_school_scorecard_measure.unit is 'Unit of the figures';
comment on column mart.mart_school_scorecard_measure.polarity is 'LOW: lower is better; HIGH: higher is better; NONE: it only describes';
comment on column mart.mart_school_scorecard_measure.value is 'The school''s figure';
comment on column mart.mart_school_scorecard_measure.value_status is 'As in the scorecard: ok, z or x';
comment on column mart.mart_school_scorecard_measure.la_value is 'The same of the authority''s schools of the phase together; of a count their total';
comment on column mart.mart_school_scorecard_measure.la_value_status is 'ok; x where there is none';
comment on column mart.mart_school_scorecard_measure.national_value is 'Published figure for England in the phase';
comment on column mart.mart_school_scorecard_measure.national_value_status is 'ok; z where nothing published is comparable; x where it is not there; else as published';
comment on column mart.mart_school_scorecard_measure.quartile_in_la is '1 to 4 among the authority''s schools of the phase: 1 the best quarter where the measure has a better side, else the lowest';
comment on column mart.mart_school_scorecard_measure.quartile_in_la_status is 'ok; z where fewer than four schools have a figure; else why the school has none';
comment on column mart.mart_school_scorecard_measure.rag is 'green: at least as good as the schools of the phase together; red: worse, and in the last quartile; amber: between; null for counts, and where no side is better';
comment on column mart.mart_school_scorecard_measure.la_count is 'Number of pupils, enrolments or events that la_value tells of, in the authority''s schools of the phase';
