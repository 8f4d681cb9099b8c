-- What provisions and schools owe the authority and do: documents, training, consultations.
create or replace table config.report_type (
    code varchar,
    label varchar,
    elements_required integer
);
comment on table config.report_type is 'One row per type of report, agreement or plan';
comment on column config.report_type.code is 'Code, as the returns write it';
comment on column config.report_type.label is 'What the code means';
comment on column config.report_type.elements_required is 'Elements that such a document should have; null where nobody has said';

create or replace table config.report_element (
    code varchar,
    report_type varchar,
    label varchar
);
comment on table config.report_element is 'One row per element that a type of report should have';
comment on column config.report_element.code is 'Code of the element, as the returns write it';
comment on column config.report_element.report_type is 'Type of report that should have it';
comment on column config.report_element.label is 'What the element is';

create or replace table core.fact_governance_return (
    governance_return_key bigint,
    document_id varchar,
    report_type varchar,
    provision_code varchar,
    provision_key bigint,
    laestab integer,
    school_key bigint,
    period_start date,
    period_end date,
    due_date date,
    time_period integer,
    term varchar,
    received_date date,
    is_overdue boolean,
    days_late integer,
    elements_required integer,
    elements_present integer,
    elements varchar,
    score_1 integer,
    score_2 integer,
    score_3 integer,
    reviewed_on date,
    is_out_of_review boolean,
    has_note boolean,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_governance_return is 'One row per document that a provision or school owes the authority';
comment on column core.fact_governance_return.governance_return_key is 'Key of the document';
comment on column core.fact_governance_return.document_id is 'Number of the document in the register';
comment on column core.fact_governance_return.report_type is 'NP_TERMLY, LA_ANNUAL, SLA and so on';
comment on column core.fact_governance_return.provision_code is 'Provision that owes it';
comment on column core.fact_governance_return.provision_key is 'The provision on the day on which it is due; -1 unknown, -2 none';
comment on column core.fact_governance_return.laestab is 'DfE number of the school that owes it';
comment on column core.fact_governance_return.school_key is 'The school on that day; -1 unknown, -2 none';
comment on column core.fact_governance_return.period_start is 'First day of what it is about';
comment on column core.fact_governance_return.period_end is 'Last day of what it is about';
comment on column core.fact_governance_return.due_date is 'Day by which it is due';
comment on column core.fact_governance_return.time_period is 'Academic year of that day, 202425';
comment on column core.fact_governance_return.term is 'Term of that day: AUT, SPR or SUM';
comment on column core.fact_governance_return.received_date is 'Day on which it came; null while it is owed';
comment on column core.fact_governance_return.is_overdue is 'Whether its day is over at the as-of and it has not come';
comment on column core.fact_governance_return.days_late is 'Days from its day to the day on which it came, negative where it came before; null while it is owed';
comment on column core.fact_governance_return.elements_required is 'Elements that it should have; null where nobody has said';
comment on column core.fact_governance_return.elements_present is 'Elements that it has; null while it is owed';
comment on column core.fact_governance_return.elements is 'Codes of the elements that the register names, separated by blanks';
comment on column core.fact_governance_return.score_1 is 'First statement of the review, 1 to 5';
comment on column core.fact_governance_return.score_2 is 'Second statement of the review, 1 to 5';
comment on column core.fact_governance_return.score_3 is 'Third statement of the review, 1 to 5';
comment on column core.fact_governance_return.reviewed_on is 'Day on which it was last reviewed';
comment on column core.fact_governance_return.is_out_of_review is 'Of an agreement that has come: whether the last look at it is more than twelve months past; null for other documents';
comment on column core.fact_governance_return.has_note is 'Whether there is a note on it';
comment on column core.fact_governance_return.submission_key is 'Submission that brought the row';
comment on column core.fact_governance_return.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_training (
    training_key bigint,
    event_id varchar,
    laestab integer,
    school_key bigint,
    event_date date,
    time_period integer,
    term varchar,
    course varchar,
    role varchar,
    staff_trained integer,
    sessions integer,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_training is 'One row per school, course and day on which staff were trained';
comment on column core.fact_training.training_key is 'Key of the event';
comment on column core.fact_training.event_id is 'Number of the event in the register';
comment on column core.fact_training.laestab is 'DfE number of the school whose staff were trained';
comment on column core.fact_training.school_key is 'The school on the day; -1 unknown, -2 none';
comment on column core.fact_training.event_date is 'Day of the event';
comment on column core.fact_training.time_period is 'Academic year of the event, 202425';
comment on column core.fact_training.term is 'Term of the event: AUT, SPR or SUM';
comment on column core.fact_training.course is 'THERAPEUTIC_THINKING, TRAUMA_INFORMED and so on';
comment on column core.fact_training.role is 'Role of those who were trained';
comment on column core.fact_training.staff_trained is 'Staff trained';
comment on column core.fact_training.sessions is 'Sessions of the course';
comment on column core.fact_training.submission_key is 'Submission that brought the row';
comment on column core.fact_training.source_line is 'Line of the row in its file, the header being line 1';

create or replace table core.fact_pupil_voice (
    pupil_voice_key bigint,
    voice_id varchar,
    laestab integer,
    school_key bigint,
    time_period integer,
    term varchar,
    method varchar,
    held_on date,
    affected_cohort integer,
    respondents integer,
    actions_raised integer,
    actions_closed integer,
    submission_key bigint,
    source_line integer
);
comment on table core.fact_pupil_voice is 'One row per survey, focus group or interview in which children were asked';
comment on column core.fact_pupil_voice.pupil_voice_key is 'Key of the consultation';
comment on column core.fact_pupil_voice.voice_id is 'Number of the consultation in the register';
comment on column core.fact_pupil_voice.laestab is 'DfE number of the school; null where it is the whole authority''s';
comment on column core.fact_pupil_voice.school_key is 'The school on the day, or on 1 September where no day is known; -1 unknown, -2 none';
comment on column core.fact_pupil_voice.time_period is 'Academic year, 202425';
comment on column core.fact_pupil_voice.term is 'Term of the day on which it was held; null where no day is known';
comment on column core.fact_pupil_voice.method is 'SURVEY, FOCUS_GROUP or INTERVIEW';
comment on column core.fact_pupil_voice.held_on is 'Day on which it was held';
comment on column core.fact_pupil_voice.affected_cohort is 'Children whom it is about';
comment on column core.fact_pupil_voice.respondents is 'Children who answered';
comment on column core.fact_pupil_voice.actions_raised is 'Actions that followed from it';
comment on column core.fact_pupil_voice.actions_closed is 'Of these, actions that are done';
comment on column core.fact_pupil_voice.submission_key is 'Submission that brought the row';
comment on column core.fact_pupil_voice.source_line is 'Line of the row in its file, the header being line 1';
