-- A file of a source: what came in, untouched (evidentiary), or what was made of it (working).
create table attachment (
    id uuid not null,
    source_id uuid not null,
    organisation text not null,
    version bigint not null,
    role text not null,
    derived_from uuid,
    derivation text,
    name text not null,
    declared_type text,
    media_type text,
    digest text not null,
    length bigint not null,
    capture_digest text,
    captured_at timestamptz,
    state text not null,
    publication text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    recorded_by text not null,
    constraint attachment_pk primary key (id),
    constraint attachment_source_fk foreign key (source_id) references source (id),
    constraint attachment_derived_from_fk foreign key (derived_from) references attachment (id),
    constraint attachment_digest_fk foreign key (digest) references archived_file (digest),
    constraint attachment_version_ck check (version >= 1),
    constraint attachment_role_ck check (role in ('evidentiary', 'working')),
    constraint attachment_derived_from_ck check ((role = 'working') = (derived_from is not null and derivation is not null)),
    constraint attachment_capture_digest_ck check (capture_digest is null or role = 'evidentiary' and capture_digest = digest),
    constraint attachment_state_ck check (state in ('received', 'inspected', 'quarantined')),
    -- What came in is never shown to everybody: it may hold what gives a witness away.
    constraint attachment_publication_ck check (publication = 'withheld' or publication = 'public' and role = 'working')
);

-- The same content of the same source is one attachment, however often it is sent.
create unique index attachment_source_digest_uq on attachment (source_id, digest) where role = 'evidentiary';
create unique index attachment_derived_from_derivation_uq on attachment (derived_from, derivation) where role = 'working';
create index attachment_source_ix on attachment (source_id, id);
create index attachment_digest_ix on attachment (digest);

grant select, insert, update on attachment to ${serviceRole};
