-- A file that comes in parts (tus 1.0). Its bytes lie in the archive; here stands how far it is, and by what another replica can go
-- on: the state of the digest over the whole chunks, their digests, and that of the chunk that has begun.
create table upload (
    id uuid not null,
    source_id uuid not null,
    organisation text not null,
    subject text not null,
    own_id boolean not null,
    metadata text,
    name text not null,
    declared_type text,
    capture_digest text,
    captured_at timestamptz,
    length bigint not null,
    received bigint not null,
    storage uuid,
    digest_state bytea,
    chunk_digests bytea not null,
    begun_digest bytea,
    state text not null,
    attachment_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint upload_pk primary key (id),
    constraint upload_source_fk foreign key (source_id) references source (id),
    constraint upload_attachment_fk foreign key (attachment_id) references attachment (id),
    constraint upload_received_ck check (received between 0 and length and length > 0),
    constraint upload_state_ck check (state in ('open', 'stored', 'refused')),
    -- The last byte is acknowledged with the attachment and not before.
    constraint upload_attachment_ck check ((state = 'stored') = (attachment_id is not null) and (state <> 'open' or received < length))
);

create index upload_subject_ix on upload (subject) where state = 'open';
create index upload_organisation_ix on upload (organisation) where state = 'open';
create index upload_expires_at_ix on upload (expires_at);

grant select, insert, update, delete on upload to ${serviceRole};
