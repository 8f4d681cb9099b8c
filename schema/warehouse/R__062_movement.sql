-- Where pupils go and how much of the week they are offered: part-time timetables and movements, of the authority's own registers.
create or replace table core.fact_part_time_timetable (
    part_time_timetable_key bigint,
    timetable_id varchar,
    pupil_key bigint,
    time_period integer,
    term varchar,
    pupil_term_key bigint,
    laestab integer,
    school_key bigint,
    start_date date,
    end_date date,
    is_open boolean,
    weeks_open integer,
    sessions_offered_per_week integer,
    review_due_date date,
    last_review_date date,
    is_review_overdue boolean,
    parent_agreed_date date,
    has_parent_agreed boolean,
    reason varchar,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_part_time_timetable is 'One row per part-time timetable of which a school has told the authority';
comment on column core.fact_part_time_timetable.part_time_timetable_key is 'Key of the timetable';
comment on column core.fact_part_time_timetable.timetable_id is 'Number of the timetable in the register';
comment on column core.fact_part_time_timetable.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_part_time_timetable.time_period is 'Academic year of the first day, 202425';
comment on column core.fact_part_time_timetable.term is 'Term of that day: AUT, SPR or SUM';
comment on column core.fact_part_time_timetable.pupil_term_key is 'The pupil as in the census of that term; -1 unknown';
comment on column core.fact_part_time_timetable.laestab is 'DfE number of the school';
comment on column core.fact_part_time_timetable.school_key is 'The school on the first day; -1 unknown';
comment on column core.fact_part_time_timetable.start_date is 'First day';
comment on column core.fact_part_time_timetable.end_date is 'Last day; null while it is open';
comment on column core.fact_part_time_timetable.is_open is 'Whether it is open on the day of the as-of';
comment on column core.fact_part_time_timetable.weeks_open is 'Whole weeks from the first to the last day, or to the day of the as-of while it is open; null where it has not begun or ends before';
comment on column core.fact_part_time_timetable.sessions_offered_per_week is 'Sessions a week that the pupil is offered; ten are full-time';
comment on column core.fact_part_time_timetable.review_due_date is 'Day by which it is to be reviewed';
comment on column core.fact_part_time_timetable.last_review_date is 'Day on which it was last reviewed';
comment on column core.fact_part_time_timetable.is_review_overdue is 'Whether it is open, the day of its review is over and it has not been reviewed since';
comment on column core.fact_part_time_timetable.parent_agreed_date is 'Day on which the parent agreed';
comment on column core.fact_part_time_timetable.has_parent_agreed is 'Whether such a day is known';
comment on column core.fact_part_time_timetable.reason is 'Reason for the timetable';
comment on column core.fact_part_time_timetable.submission_key is 'Submission that brought the row';
comment on column core.fact_part_time_timetable.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_pupil_movement (
    pupil_movement_key bigint,
    movement_id varchar,
    pupil_key bigint,
    time_period integer,
    term varchar,
    pupil_term_key bigint,
    movement_type varchar,
    movement_date date,
    end_date date,
    from_laestab integer,
    from_school_key bigint,
    to_laestab integer,
    to_school_key bigint,
    is_trial boolean,
    outcome varchar,
    is_successful boolean,
    days_waiting integer,
    reason varchar,
    linked_notice_id varchar,
    linked_exclusion_key bigint,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_pupil_movement is 'One row per movement of a pupil between schools, out of school or into it';
comment on column core.fact_pupil_movement.pupil_movement_key is 'Key of the movement';
comment on column core.fact_pupil_movement.movement_id is 'Number of the movement in the register';
comment on column core.fact_pupil_movement.pupil_key is 'The person: pseudonym of the pupil, chains of former UPNs joined';
comment on column core.fact_pupil_movement.time_period is 'Academic year of the movement, 202425';
comment on column core.fact_pupil_movement.term is 'Term of that day: AUT, SPR or SUM';
comment on column core.fact_pupil_movement.pupil_term_key is 'The pupil as in the census of that term; -1 unknown';
comment on column core.fact_pupil_movement.movement_type is 'MANAGED_MOVE, REINTEGRATION, EHE_START, EHE_END, CME_START, CME_END, OFF_ROLL, OUT_OF_AREA, PEX_MOVE or NEW_AWAITING_PLACE';
comment on column core.fact_pupil_movement.movement_date is 'Day of the movement';
comment on column core.fact_pupil_movement.end_date is 'Day on which what began with it ended; null while it lasts';
comment on column core.fact_pupil_movement.from_laestab is 'DfE number of the school that the pupil leaves';
comment on column core.fact_pupil_movement.from_school_key is 'That school on the day; -1 unknown, -2 none';
comment on column core.fact_pupil_movement.to_laestab is 'DfE number of the school that the pupil comes to';
comment on column core.fact_pupil_movement.to_school_key is 'That school on the day; -1 unknown, -2 none';
comment on column core.fact_pupil_movement.is_trial is 'Whether it began as a trial';
comment on column core.fact_pupil_movement.outcome is 'SUCCESSFUL, UNSUCCESSFUL or IN_PROGRESS';
comment on column core.fact_pupil_movement.is_successful is 'Whether the pupil stayed; null while nobody knows';
comment on column core.fact_pupil_movement.days_waiting is 'Days without a school place, of CME_START and NEW_AWAITING_PLACE, to the end or to the day of the as-of; null for other types';
comment on column core.fact_pupil_movement.reason is 'Reason for the movement';
comment on column core.fact_pupil_movement.linked_notice_id is 'Notice of the exclusion that it follows';
comment on column core.fact_pupil_movement.linked_exclusion_key is 'The exclusion of that notice; -1 unknown, -2 none';
comment on column core.fact_pupil_movement.submission_key is 'Submission that brought the row';
comment on column core.fact_pupil_movement.source_line is 'Line of the row in its file, the header being line 1';
