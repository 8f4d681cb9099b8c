-- Suspensions and permanent exclusions of the authority.
create or replace table mart.mart_exclusions_la (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    rows_rejected_pct double,
    phase_type_grouping varchar,
    breakdown_topic varchar,
    breakdown varchar,
    headcount bigint,
    headcount_status varchar,
    headcount_unknown bigint,
    headcount_unknown_status varchar,
    denominator_status varchar,
    suspension bigint,
    suspension_status varchar,
    susp_rate double,
    susp_rate_status varchar,
    perm_excl bigint,
    perm_excl_status varchar,
    perm_excl_rate double,
    perm_excl_rate_status varchar,
    one_plus_susp bigint,
    one_plus_susp_status varchar,
    one_plus_susp_rate double,
    one_plus_susp_rate_status varchar,
    pupils_suspended_distinct bigint,
    pupils_suspended_distinct_status varchar,
    repeat_suspended_pupils bigint,
    repeat_suspended_pupils_status varchar,
    sessions_lost bigint,
    sessions_lost_status varchar,
    days_lost_exact decimal(18, 1),
    days_lost_exact_status varchar,
    days_lost_per_100_pupils double,
    days_lost_per_100_pupils_status varchar,
    mean_duration_days double,
    mean_duration_days_status varchar,
    day6_met_pct double,
    day6_met_pct_status varchar,
    yoy_change_pct double,
    yoy_change_pct_status varchar
);
comment on table mart.mart_exclusions_la is 'One row per authority, period, kind of school, topic and group: suspensions and permanent exclusions';
comment on column mart.mart_exclusions_la.la_code is 'Code of the local authority';
comment on column mart.mart_exclusions_la.la_name is 'Name of the local authority';
comment on column mart.mart_exclusions_la.time_period is 'Academic year, 202425';
comment on column mart.mart_exclusions_la.time_identifier is 'Academic year, Autumn term, Spring term or Summer term';
comment on column mart.mart_exclusions_la.as_at_date is 'Day up to which the figures know';
comment on column mart.mart_exclusions_la.preferred_source is 'census where it counts for every school and term of the period, else notices';
comment on column mart.mart_exclusions_la.data_status is 'final, provisional or year_to_date';
comment on column mart.mart_exclusions_la.rows_rejected_pct is 'Rows rejected of 100 in the census returns that the headcount stands on';
comment on column mart.mart_exclusions_la.phase_type_grouping is 'Total, or kind of school in the words of EES';
comment on column mart.mart_exclusions_la.breakdown_topic is 'Total, Sex, SEN provision, SEN primary need, Ethnicity major, Ethnicity minor, FSM, Year group or EAL';
comment on column mart.mart_exclusions_la.breakdown is 'Group within the topic';
comment on column mart.mart_exclusions_la.headcount is 'Pupils of single or main registration on January census day';
comment on column mart.mart_exclusions_la.headcount_status is 'ok, or why there is no figure';
comment on column mart.mart_exclusions_la.headcount_unknown is 'Pupils on roll on that day of whom it is not known whether they count';
comment on column mart.mart_exclusions_la.headcount_unknown_status is 'ok, or why there is no figure';
comment on column mart.mart_exclusions_la.denominator_status is 'final; provisional while a school''s last January stands for this one; none without any';
comment on column mart.mart_exclusions_la.suspension is 'Suspensions that started in the period';
comment on column mart.mart_exclusions_la.suspension_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.susp_rate is 'Suspensions per 100 pupils; may exceed 100';
comment on column mart.mart_exclusions_la.susp_rate_status is 'ok; z where there are no pupils; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.perm_excl is 'Permanent exclusions that started in the period';
comment on column mart.mart_exclusions_la.perm_excl_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.perm_excl_rate is 'Permanent exclusions per 100 pupils';
comment on column mart.mart_exclusions_la.perm_excl_rate_status is 'ok; z where there are no pupils; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.one_plus_susp is 'Pupil enrolments with one or more suspensions';
comment on column mart.mart_exclusions_la.one_plus_susp_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.one_plus_susp_rate is 'Pupil enrolments with one or more suspensions per 100 pupils';
comment on column mart.mart_exclusions_la.one_plus_susp_rate_status is 'ok; z where there are no pupils; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.pupils_suspended_distinct is 'Pupils suspended, each counted once whatever the number of schools';
comment on column mart.mart_exclusions_la.pupils_suspended_distinct_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.repeat_suspended_pupils is 'Pupils suspended twice or more in the period';
comment on column mart.mart_exclusions_la.repeat_suspended_pupils_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.sessions_lost is 'Sessions lost to suspensions; half a day each';
comment on column mart.mart_exclusions_la.sessions_lost_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.days_lost_exact is 'Days lost to suspensions';
comment on column mart.mart_exclusions_la.days_lost_exact_status is 'ok; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.days_lost_per_100_pupils is 'Days lost per 100 pupils';
comment on column mart.mart_exclusions_la.days_lost_per_100_pupils_status is 'ok; z where there are no pupils; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.mean_duration_days is 'Days lost per suspension';
comment on column mart.mart_exclusions_la.mean_duration_days_status is 'ok; z where there are no suspensions; x of a period of which no notice and no census tells';
comment on column mart.mart_exclusions_la.day6_met_pct is 'Of exclusions that need education from the sixth day, per 100, those whose notice shows it in time';
comment on column mart.mart_exclusions_la.day6_met_pct_status is 'ok; z where no notice tells of one; x where of none it can be said yet';
comment on column mart.mart_exclusions_la.yoy_change_pct is 'Change of the number of suspensions on the same period of the year before, per 100';
comment on column mart.mart_exclusions_la.yoy_change_pct_status is 'ok; z where the year before has none; x while the period runs, where nobody told of one of the two, and where one of the two is counted from notices and the other from censuses';
