-- What each record was after each change, by whom, when and why. Append-only for the service's role.
create table revision (
    id bigint generated always as identity,
    collection text not null,
    record_id uuid not null,
    version bigint not null,
    kind text not null,
    reason text,
    recorded_by text not null,
    organisation text,
    recorded_at timestamptz not null default clock_timestamp(),
    snapshot jsonb not null,
    constraint revision_pk primary key (id),
    constraint revision_record_version_uq unique (collection, record_id, version)
);

grant select, insert on revision to ${serviceRole};
