-- By which ids of other registers of persons a victim is found; made from the victim's content, in the same transaction. One id
-- stands for one person of an incident, so that nobody is counted twice.
create table victim_register_id (
    victim uuid not null,
    incident uuid not null,
    system text not null,
    value text not null,
    constraint victim_register_id_victim_fk foreign key (victim) references victim (id),
    constraint victim_register_id_incident_system_value_uq unique (incident, system, value)
);

create index victim_register_id_system_value_ix on victim_register_id (system, value);
create index victim_register_id_victim_ix on victim_register_id (victim);

grant select, insert, delete on victim_register_id to ${serviceRole};
