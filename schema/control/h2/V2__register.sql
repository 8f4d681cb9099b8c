-- The register of submissions: an index of landing/*/submission.json and refused/*/why.json, which stay the record.
create table if not exists submission (
    submission_id varchar(40) not null primary key,
    submission_key bigint not null,
    arrival bigint not null unique,
    return_name varchar(60),
    received_at timestamp(6) not null,
    state varchar(30) not null,
    content_sha256 char(64) not null,
    file_rows bigint,
    accepted bigint,
    rejected bigint,
    record text not null
);

create index if not exists submission_by_content on submission (content_sha256);

-- What a submission is true for: one row a scope, the values of the contract's `replaces` joined by '|'.
create table if not exists submission_scope (
    submission_id varchar(40) not null,
    scope varchar(400) not null,
    serial integer not null,
    scope_rows bigint not null,
    primary key (submission_id, scope)
);

create index if not exists submission_scope_by_scope on submission_scope (scope);
