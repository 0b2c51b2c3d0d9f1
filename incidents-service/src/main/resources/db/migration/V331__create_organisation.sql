create table organisation (
    slug text constraint organisation_pk primary key,
    id uuid not null constraint organisation_id_uq unique,
    kind text not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint organisation_kind_ck check (kind in ('ngo', 'international_organisation', 'government', 'academic', 'media', 'party',
        'registry', 'other'))
);

grant select, insert, update on organisation to ${serviceRole};
