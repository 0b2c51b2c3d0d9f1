-- What the last pass over the whole log found: up to where the register holds what was signed.
create table log_audit (
    id smallint not null,
    epoch text not null,
    size bigint not null,
    first_wrong bigint,
    finished_at timestamptz not null,
    constraint log_audit_id_pk primary key (id),
    constraint log_audit_epoch_fk foreign key (epoch) references log_epoch (name),
    constraint log_audit_id_ck check (id = 1)
);

grant select, insert, update on log_audit to ${serviceRole};
