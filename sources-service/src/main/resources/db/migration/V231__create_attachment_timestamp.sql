-- A time-stamp token (RFC 3161) that somebody brought for an attachment, as received.
create table attachment_timestamp (
    id uuid not null,
    attachment_id uuid not null,
    token bytea not null,
    token_digest text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint attachment_timestamp_pk primary key (id),
    constraint attachment_timestamp_attachment_fk foreign key (attachment_id) references attachment (id),
    constraint attachment_timestamp_attachment_token_digest_uq unique (attachment_id, token_digest),
    constraint attachment_timestamp_token_ck check (octet_length(token) between 1 and 65536)
);

grant select, insert on attachment_timestamp to ${serviceRole};
