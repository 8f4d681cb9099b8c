-- What a submission was last judged by: a digest of contract and rules, null where it must be judged again.
alter table submission add column if not exists judged_by varchar(64);
