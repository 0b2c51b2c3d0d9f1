-- By which identifiers of other systems an incident is found; made from the incident's content, in the same transaction.
create table incident_external_id (
    incident uuid not null,
    organisation text not null,
    system text not null,
    value text not null,
    constraint incident_external_id_incident_fk foreign key (incident) references incident (id),
    constraint incident_external_id_organisation_system_value_uq unique (organisation, system, value)
);

create index incident_external_id_incident_ix on incident_external_id (incident);

grant select, insert, delete on incident_external_id to ${serviceRole};
