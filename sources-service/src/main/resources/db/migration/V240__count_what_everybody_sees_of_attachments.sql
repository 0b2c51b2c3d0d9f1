-- As for sources and citations: checks of a released copy, and what was found in it, are nobody's but the registry's.
alter table attachment
    add column public_version bigint not null default 1,
    add column public_updated_at timestamptz;

update attachment set public_version = version, public_updated_at = updated_at;

alter table attachment alter column public_updated_at set not null;
