-- Who the person behind a source is, sealed field by field under a key that is kept elsewhere. The service's role cannot delete it:
-- shredding leaves the row as the tombstone that says so.
create table witness_identity (
    source_id uuid not null,
    organisation text not null,
    version bigint not null,
    events bigint not null,
    state text not null,
    key_version integer not null,
    sealed jsonb not null,
    put_by text not null,
    put_mark text,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    shredded_at timestamptz,
    constraint witness_identity_pk primary key (source_id),
    constraint witness_identity_source_fk foreign key (source_id) references source (id),
    constraint witness_identity_state_ck check (state in ('sealed', 'shredding', 'shredded')),
    constraint witness_identity_shredded_at_ck check ((state = 'shredded') = (shredded_at is not null))
);

create index witness_identity_shredding_ix on witness_identity (source_id) where state = 'shredding';

grant select, insert, update on witness_identity to ${serviceRole};
