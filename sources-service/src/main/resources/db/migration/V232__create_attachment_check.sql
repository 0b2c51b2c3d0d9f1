-- What a verification of an attachment by its own proof came to. Each is kept; the last of a kind stands.
create table attachment_check (
    id bigint generated always as identity,
    attachment_id uuid not null,
    kind text not null,
    timestamp_id uuid,
    outcome text not null,
    detail text not null,
    checked_at timestamptz not null,
    constraint attachment_check_pk primary key (id),
    constraint attachment_check_attachment_fk foreign key (attachment_id) references attachment (id),
    constraint attachment_check_timestamp_fk foreign key (timestamp_id) references attachment_timestamp (id),
    constraint attachment_check_kind_ck check (kind in ('warc', 'wacz', 'proof_mode', 'timestamp', 'c2pa')),
    constraint attachment_check_outcome_ck check (outcome in ('verified', 'failed', 'not_verifiable')),
    constraint attachment_check_timestamp_ck check ((kind = 'timestamp') = (timestamp_id is not null))
);

create index attachment_check_attachment_ix on attachment_check (attachment_id, kind, timestamp_id, checked_at);

grant select, insert on attachment_check to ${serviceRole};
