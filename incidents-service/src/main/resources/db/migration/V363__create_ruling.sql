-- What analysts proposed about an incident's grading or strike status; only ever added to.
create table ruling (
    id uuid not null,
    incident uuid not null,
    kind text not null,
    number integer not null,
    value text not null,
    standard_of_proof text not null,
    reason text not null,
    sources text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    constraint ruling_pk primary key (id),
    constraint ruling_incident_fk foreign key (incident) references incident (id),
    constraint ruling_incident_kind_number_uq unique (incident, kind, number),
    constraint ruling_id_proposed_by_uq unique (id, proposed_by),
    constraint ruling_kind_ck check (kind in ('grading', 'strike_status'))
);

grant select, insert on ruling to ${serviceRole};
