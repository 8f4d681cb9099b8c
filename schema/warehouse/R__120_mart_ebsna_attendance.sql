-- Attendance of pupils with emotionally based school non-attendance.
create or replace table mart.mart_ebsna_attendance (
    la_code integer,
    la_name varchar,
    time_period integer,
    time_identifier varchar,
    as_at_date date,
    preferred_source varchar,
    data_status varchar,
    cohort varchar,
    provision_code varchar,
    provision_name varchar,
    pupils bigint,
    pupils_status varchar,
    pupils_compared bigint,
    pupils_compared_status varchar,
    sessions_possible bigint,
    sessions_possible_status varchar,
    attendance_rate double,
    attendance_rate_status varchar,
    baseline_rate double,
    baseline_rate_status varchar,
    change_pp double,
    change_pp_status varchar,
    improved_pct double,
    improved_pct_status varchar,
    severe_before_pct double,
    severe_before_pct_status varchar,
    severe_after_pct double,
    severe_after_pct_status varchar,
    code_i_pct double,
    code_i_pct_status varchar,
    code_c_pct double,
    code_c_pct_status varchar,
    code_c2_pct double,
    code_c2_pct_status varchar,
    code_o_pct double,
    code_o_pct_status varchar,
    code_n_pct double,
    code_n_pct_status varchar,
    code_b_pct double,
    code_b_pct_status varchar,
    code_k_pct double,
    code_k_pct_status varchar,
    still_in_support bigint,
    still_in_support_status varchar
);
comment on table mart.mart_ebsna_attendance is 'One row per authority, period, cohort and provision: attendance of pupils of the EBSNA register once support has started. EBSNA has no statutory attendance code: the register alone identifies the pupils, and no mix of codes does';
comment on column mart.mart_ebsna_attendance.la_code is 'Code of the local authority';
comment on column mart.mart_ebsna_attendance.la_name is 'Name of the local authority';
comment on column mart.mart_ebsna_attendance.time_period is 'Academic year, 202425';
comment on column mart.mart_ebsna_attendance.time_identifier is 'Academic year, or Autumn half term 1 and so on';
comment on column mart.mart_ebsna_attendance.as_at_date is 'Last day of the period with a mark of these pupils';
comment on column mart.mart_ebsna_attendance.preferred_source is 'marks';
comment on column mart.mart_ebsna_attendance.data_status is 'year_to_date while the period runs; provisional for thirty days, in which registers are still sent again; then final';
comment on column mart.mart_ebsna_attendance.cohort is 'Total, or the academic year in which support started';
comment on column mart.mart_ebsna_attendance.provision_code is 'Total, or the provision that supports; None where the register names none';
comment on column mart.mart_ebsna_attendance.provision_name is 'Its name today';
comment on column mart.mart_ebsna_attendance.pupils is 'Pupils of the cohort with marks in the period after support started';
comment on column mart.mart_ebsna_attendance.pupils_status is 'ok';
comment on column mart.mart_ebsna_attendance.pupils_compared is 'Those of them with a possible session both in the weeks before support and in the period; an episode each';
comment on column mart.mart_ebsna_attendance.pupils_compared_status is 'ok';
comment on column mart.mart_ebsna_attendance.sessions_possible is 'Possible sessions in the period from the first day of support';
comment on column mart.mart_ebsna_attendance.sessions_possible_status is 'ok';
comment on column mart.mart_ebsna_attendance.attendance_rate is 'Sessions attended per 100 possible ones';
comment on column mart.mart_ebsna_attendance.attendance_rate_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.baseline_rate is 'The same in the weeks before support, of the pupils compared';
comment on column mart.mart_ebsna_attendance.baseline_rate_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.change_pp is 'Attendance in the period less that before support, of the pupils compared, in percentage points';
comment on column mart.mart_ebsna_attendance.change_pp_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.improved_pct is 'Of 100 pupils compared, those who attend better than before support';
comment on column mart.mart_ebsna_attendance.improved_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.severe_before_pct is 'Of 100 pupils compared, those who missed half or more of their sessions before support';
comment on column mart.mart_ebsna_attendance.severe_before_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.severe_after_pct is 'Of 100 pupils compared, those who missed half or more in the period';
comment on column mart.mart_ebsna_attendance.severe_after_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_i_pct is 'Sessions marked I (illness) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_i_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_c_pct is 'Sessions marked C (exceptional circumstances) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_c_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_c2_pct is 'Sessions marked C2 (part-time timetable) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_c2_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_o_pct is 'Sessions marked O (other or unknown circumstances) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_o_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_n_pct is 'Sessions marked N (reason not yet established) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_n_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_b_pct is 'Sessions marked B (educated off site) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_b_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.code_k_pct is 'Sessions marked K (education arranged by the local authority) per 100 possible ones';
comment on column mart.mart_ebsna_attendance.code_k_pct_status is 'ok; z where there is nothing to divide by';
comment on column mart.mart_ebsna_attendance.still_in_support is 'Pupils whose support lasted to the end of the period, or to the as-of while it runs';
comment on column mart.mart_ebsna_attendance.still_in_support_status is 'ok';
