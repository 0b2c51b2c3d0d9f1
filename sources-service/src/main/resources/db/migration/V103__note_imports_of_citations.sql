-- Which import row a citation stands as: a re-run must not undo what people changed since.
alter table citation add column import_digest text, add column import_version bigint;
