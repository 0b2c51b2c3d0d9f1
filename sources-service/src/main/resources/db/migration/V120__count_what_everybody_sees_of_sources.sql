-- What everybody is told of a source counts only what everybody can see: a version and a time of their own, which go on when the
-- source comes into public sight and when what is seen of it differs. Until now everybody was told the source's own version; they
-- count on from there, so that no version that was handed out ever stands for something else. 0: never in public sight since.
alter table source
    add column public_version bigint not null default 0,
    add column public_updated_at timestamptz;

update source set public_version = version, public_updated_at = updated_at;

alter table source add constraint source_public_version_ck
    check (not in_public or public_version >= 1 and public_updated_at is not null);

create index source_public_updated_at_ix on source (public_updated_at, id) where in_public;
