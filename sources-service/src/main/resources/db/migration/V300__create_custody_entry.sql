-- What was done with a source or an attachment, by whom and when: one chain for each source. A hash is the SHA-256 of the entry in
-- canonical JSON with the hash before it; a mac is made with a key that this database never sees.
create table custody_entry (
    source_id uuid not null,
    sequence bigint not null,
    attachment_id uuid,
    act text not null,
    actor text not null,
    at timestamptz not null,
    digest text,
    reason text,
    detail jsonb not null,
    previous bytea,
    hash bytea not null,
    key_id text not null,
    mac bytea not null,
    constraint custody_entry_pk primary key (source_id, sequence),
    constraint custody_entry_sequence_ck check (sequence >= 1),
    constraint custody_entry_previous_ck check ((sequence = 1) = (previous is null)),
    constraint custody_entry_act_ck check (act in ('collected', 'hashed', 'timestamped', 'ingested', 'accessed', 'copied',
        'transferred', 'verified', 'sealed', 'released', 'restricted', 'deleted_under_rule'))
);

grant select, insert on custody_entry to ${serviceRole};
