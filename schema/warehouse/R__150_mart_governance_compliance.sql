-- Documents that provisions owe, and what came of them.
create or replace table mart.mart_governance_compliance (
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
    neighbourhood varchar,
    report_type varchar,
    report_title varchar,
    element varchar,
    element_title varchar,
    documents integer,
    due integer,
    received integer,
    on_time integer,
    timed integer,
    overdue integer,
    on_time_pct double,
    on_time_pct_status varchar,
    elements_required integer,
    elements_present integer,
    elements_pct double,
    elements_pct_status varchar,
    agreements_in_force integer,
    agreements_in_review integer,
    score_1 double,
    score_1_status varchar,
    score_2 double,
    score_2_status varchar,
    score_3 double,
    score_3_status varchar,
    last_reviewed_on date
);
comment on table mart.mart_governance_compliance is 'One row per provision or school that owes documents, academic year, type of document and element: what was due, what came, and what is in it';
comment on column mart.mart_governance_compliance.la_code is 'Code of the local authority';
comment on column mart.mart_governance_compliance.la_name is 'Name of the local authority';
comment on column mart.mart_governance_compliance.time_period is 'Academic year in which the documents are due, or else of which they tell or in which they came, 202425';
comment on column mart.mart_governance_compliance.time_identifier is 'Academic year';
comment on column mart.mart_governance_compliance.as_at_date is 'Last day of the year, or the as-of while it runs';
comment on column mart.mart_governance_compliance.preferred_source is 'register: the authority''s own register of documents';
comment on column mart.mart_governance_compliance.data_status is 'provisional; year_to_date while the year runs';
comment on column mart.mart_governance_compliance.scope_type is 'PROVISION or SCHOOL that owes them, AUTHORITY where the register names neither, TOTAL for all';
comment on column mart.mart_governance_compliance.scope_code is 'Code of the provision, DfE number of the school, code of the authority, or Total';
comment on column mart.mart_governance_compliance.scope_title is 'Name of what owes them';
comment on column mart.mart_governance_compliance.neighbourhood is 'Neighbourhood of the provision; null for others';
comment on column mart.mart_governance_compliance.report_type is 'Type of document, UNKNOWN where the register does not say, or Total';
comment on column mart.mart_governance_compliance.report_title is 'What the type is';
comment on column mart.mart_governance_compliance.element is 'Code of an element that such a document should have, or Total for the document; an element says in how many documents it is';
comment on column mart.mart_governance_compliance.element_title is 'What the element is';
comment on column mart.mart_governance_compliance.documents is 'Documents in the register; of an element those that came';
comment on column mart.mart_governance_compliance.due is 'Documents that have come or are overdue';
comment on column mart.mart_governance_compliance.received is 'Documents that have come';
comment on column mart.mart_governance_compliance.on_time is 'Documents that came by their day; null of an element';
comment on column mart.mart_governance_compliance.timed is 'Documents that came and have a day, or are overdue: those of which on time is asked; null of an element';
comment on column mart.mart_governance_compliance.overdue is 'Documents whose day is over and that have not come; null of an element';
comment on column mart.mart_governance_compliance.on_time_pct is 'Of 100 documents that had to come by a day, those that came by it';
comment on column mart.mart_governance_compliance.on_time_pct_status is 'ok; z where none had to, and of an element';
comment on column mart.mart_governance_compliance.elements_required is 'Elements that the documents that came should have, of types of which that is known';
comment on column mart.mart_governance_compliance.elements_present is 'Elements that they have';
comment on column mart.mart_governance_compliance.elements_pct is 'Of 100 elements that documents should have, those that they have';
comment on column mart.mart_governance_compliance.elements_pct_status is 'ok; z where nobody has said what they should have, or none has come';
comment on column mart.mart_governance_compliance.agreements_in_force is 'How many of those that owe have a service level agreement that holds on as_at_date; null of other types';
comment on column mart.mart_governance_compliance.agreements_in_review is 'Of these, those whose agreement was reviewed, or came, in the twelve months before, or later; null of other types';
comment on column mart.mart_governance_compliance.score_1 is 'Mean of the first statement of the reviews, 1 to 5';
comment on column mart.mart_governance_compliance.score_1_status is 'ok; z where no document that came has one';
comment on column mart.mart_governance_compliance.score_2 is 'Mean of the second statement of the reviews, 1 to 5';
comment on column mart.mart_governance_compliance.score_2_status is 'ok; z where no document that came has one';
comment on column mart.mart_governance_compliance.score_3 is 'Mean of the third statement of the reviews, 1 to 5';
comment on column mart.mart_governance_compliance.score_3_status is 'ok; z where no document that came has one';
comment on column mart.mart_governance_compliance.last_reviewed_on is 'Day of the last review of any of them';
