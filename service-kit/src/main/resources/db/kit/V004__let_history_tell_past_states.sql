-- What a past state is filtered by and is not part of the record itself, as it stood with this revision.
alter table revision add column derived jsonb;

-- The version that everybody counts; null if it is the same as the version.
alter table change add column public_version bigint;
