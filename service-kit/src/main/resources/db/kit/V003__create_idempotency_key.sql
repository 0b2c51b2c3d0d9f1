create table idempotency_key (
    caller text not null,
    operation text not null,
    key text not null,
    body_digest text not null,
    status integer not null,
    location text,
    tag text,
    body text,
    created_at timestamptz not null default now(),
    constraint idempotency_key_pk primary key (caller, operation, key)
);

create index idempotency_key_created_at_ix on idempotency_key (created_at);

grant select, insert, delete on idempotency_key to ${serviceRole};
