-- When a submission was taken out of use: whatever asks what was known before that moment still sees it.
alter table submission add column withdrawn_at timestamp(6);
