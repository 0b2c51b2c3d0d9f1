-- What custodians ask for and decide about identities. Reasons are sealed; whatever the service does, nobody decides about a request
-- of their own except to refuse it.
create table guarded_act (
    id uuid not null,
    source_id uuid not null,
    kind text not null,
    number integer not null,
    state text not null,
    sealed_reason text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    sealed_decision text,
    open_until timestamptz,
    readings integer not null,
    last_read_at timestamptz,
    constraint guarded_act_pk primary key (id),
    constraint guarded_act_source_kind_number_uq unique (source_id, kind, number),
    constraint guarded_act_source_fk foreign key (source_id) references witness_identity (source_id),
    constraint guarded_act_kind_ck check (kind in ('opening', 'shredding')),
    constraint guarded_act_state_ck check (state in ('requested', 'consented', 'refused')),
    constraint guarded_act_decided_by_ck check (state <> 'consented' or decided_by <> requested_by),
    constraint guarded_act_readings_ck check (readings = 0 or state = 'consented')
);

grant select, insert, update on guarded_act to ${serviceRole};
