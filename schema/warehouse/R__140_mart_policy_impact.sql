-- What came after a school changed its policy.
create or replace table mart.mart_policy_impact (
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
    event varchar,
    event_date date,
    training_date date,
    measure_code varchar,
    measure_name varchar,
    unit varchar,
    pre_period varchar,
    pre_value double,
    pre_value_status varchar,
    post_period varchar,
    post_value double,
    post_value_status varchar,
    change_abs double,
    change_abs_status varchar,
    change_pct double,
    change_pct_status varchar,
    rate_pre double,
    rate_pre_status varchar,
    rate_post double,
    rate_post_status varchar,
    la_change_pct double,
    la_change_pct_status varchar,
    difference_pp double,
    difference_pp_status varchar,
    n_note varchar
);
comment on table mart.mart_policy_impact is 'One row per school, change of its policy or signing of the charter, and measure: the term that it met beside that of the year before';
comment on column mart.mart_policy_impact.la_code is 'Code of the local authority';
comment on column mart.mart_policy_impact.la_name is 'Name of the local authority';
comment on column mart.mart_policy_impact.time_period is 'Academic year of the term after the change, 202526';
comment on column mart.mart_policy_impact.time_identifier is 'That term: Autumn term, Spring term or Summer term';
comment on column mart.mart_policy_impact.as_at_date is 'End of that term, or the as-of while it runs';
comment on column mart.mart_policy_impact.preferred_source is 'Of that term: census where it counts, else notices';
comment on column mart.mart_policy_impact.data_status is 'Of that term: final, provisional or year_to_date';
comment on column mart.mart_policy_impact.laestab is 'DfE number of the school: LA code and establishment number';
comment on column mart.mart_policy_impact.urn is 'Unique reference number of the establishment open on the day of the change';
comment on column mart.mart_policy_impact.school_name is 'Its name';
comment on column mart.mart_policy_impact.education_phase is 'Primary, Secondary, Special or Alternative provision';
comment on column mart.mart_policy_impact.event is 'POLICY_CHANGE or CHARTER_SIGNED';
comment on column mart.mart_policy_impact.event_date is 'Day of the change';
comment on column mart.mart_policy_impact.training_date is 'Last training of the school up to that day';
comment on column mart.mart_policy_impact.measure_code is 'Code of the measure';
comment on column mart.mart_policy_impact.measure_name is 'Its name';
comment on column mart.mart_policy_impact.unit is 'Unit of the values';
comment on column mart.mart_policy_impact.pre_period is 'The same term of the year before';
comment on column mart.mart_policy_impact.pre_value is 'Figure of the school in it';
comment on column mart.mart_policy_impact.pre_value_status is 'ok; z it does not apply or there is nothing to divide by; x nobody has told of it';
comment on column mart.mart_policy_impact.post_period is 'The term that the change meets within two weeks of its first school day, else the next one';
comment on column mart.mart_policy_impact.post_value is 'Figure of the school in it';
comment on column mart.mart_policy_impact.post_value_status is 'ok; z it does not apply or there is nothing to divide by; x nobody has told of it';
comment on column mart.mart_policy_impact.change_abs is 'The later value less the earlier';
comment on column mart.mart_policy_impact.change_abs_status is 'ok; z or x where there is none; x while the term runs';
comment on column mart.mart_policy_impact.change_pct is 'The same per 100 of the earlier value';
comment on column mart.mart_policy_impact.change_pct_status is 'ok; z or x where there is none; x while the term runs';
comment on column mart.mart_policy_impact.rate_pre is 'Per 100 pupils of the January census, in the earlier term';
comment on column mart.mart_policy_impact.rate_pre_status is 'ok; z it does not apply or there is nothing to divide by; x nobody has told of it';
comment on column mart.mart_policy_impact.rate_post is 'Per 100 pupils of the January census, in the later term';
comment on column mart.mart_policy_impact.rate_post_status is 'ok; z it does not apply or there is nothing to divide by; x nobody has told of it';
comment on column mart.mart_policy_impact.la_change_pct is 'Change of the authority as a whole between the two terms, per 100 of the earlier value';
comment on column mart.mart_policy_impact.la_change_pct_status is 'ok; z or x where there is none; x while the term runs';
comment on column mart.mart_policy_impact.difference_pp is 'Change of the school less that of the authority, in percentage points: a difference in differences';
comment on column mart.mart_policy_impact.difference_pp_status is 'ok; z or x where there is none; x while the term runs';
comment on column mart.mart_policy_impact.n_note is 'What a reader has to know before taking the change for an effect';
