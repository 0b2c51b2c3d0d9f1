-- As for sources: what everybody, or whoever sees no more of a citation than everybody, is told counts only what they can see. That
-- the registry's staff came to know of an incident is no change for anybody else.
alter table citation
    add column public_version bigint not null default 1,
    add column public_updated_at timestamptz;

update citation set public_version = version, public_updated_at = updated_at;

alter table citation alter column public_updated_at set not null;
