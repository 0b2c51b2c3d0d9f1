-- Which source holds an external id: one in each organisation, whatever two writers do at once.
create table source_external_id (
    organisation text not null,
    system text not null,
    external_id text not null,
    source_id uuid not null,
    constraint source_external_id_pk primary key (organisation, system, external_id),
    constraint source_external_id_source_fk foreign key (source_id) references source (id)
);

create index source_external_id_source_ix on source_external_id (source_id);
create index source_external_id_system_ix on source_external_id (system, external_id);

grant select, insert, delete on source_external_id to ${serviceRole};
