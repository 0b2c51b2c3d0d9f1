-- By which parties an incident is found; made from the incident's content, in the same transaction.
create table incident_party (
    incident uuid not null,
    party text not null,
    role text not null,
    rule text,
    constraint incident_party_incident_fk foreign key (incident) references incident (id),
    constraint incident_party_role_ck check (role in ('known', 'suspected', 'belligerent')),
    constraint incident_party_uq unique nulls not distinct (incident, party, role, rule)
);

create index incident_party_party_ix on incident_party (party, role, incident);

grant select, insert, delete on incident_party to ${serviceRole};
