-- How long each chain is and how it ends: without it, entries cut off at the end would leave a chain that looks whole.
create table custody_head (
    source_id uuid not null,
    length bigint not null,
    last_hash bytea not null,
    key_id text not null,
    mac bytea not null,
    checkpointed boolean not null default false,
    constraint custody_head_pk primary key (source_id),
    constraint custody_head_length_ck check (length >= 1)
);

create index custody_head_waiting_ix on custody_head (source_id) where not checkpointed;

grant select, insert on custody_head to ${serviceRole};
grant update (length, last_hash, key_id, mac, checkpointed) on custody_head to ${serviceRole};
