-- How the log stands, as the last step found it. Its one row is also what replicas claim the integration by.
create table log_state (
    id smallint not null,
    condition text not null,
    since timestamptz not null,
    constraint log_state_id_pk primary key (id),
    constraint log_state_id_ck check (id = 1)
);

insert into log_state (id, condition, since) values (1, 'starting', now());

grant select, update on log_state to ${serviceRole};
