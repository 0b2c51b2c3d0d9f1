-- What a source is cited for: an incident, and the passage that speaks of it. Incidents live in another service.
create table citation (
    id uuid not null,
    source_id uuid not null,
    incident uuid not null,
    passage text,
    passage_digest text not null,
    stance text not null,
    parts jsonb not null,
    verification text not null,
    organisation text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    recorded_by text not null,
    creation_digest text not null,
    constraint citation_pk primary key (id),
    constraint citation_source_fk foreign key (source_id) references source (id),
    constraint citation_source_incident_passage_uq unique (source_id, incident, passage_digest),
    constraint citation_version_ck check (version >= 1),
    constraint citation_stance_ck check (stance in ('supports', 'contradicts', 'mentions')),
    constraint citation_verification_ck check (verification in ('unverified'))
);

create index citation_incident_ix on citation (incident, id);
create index citation_source_ix on citation (source_id, id);

grant select, insert, update on citation to ${serviceRole};
