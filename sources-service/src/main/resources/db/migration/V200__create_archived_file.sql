-- What the archive keeps for the register: one row for each content, however many attachments it is. The digests of the chunks
-- stand here and not only beside the bytes, so that whoever changes bytes cannot change with them what they are verified by.
create table archived_file (
    digest text not null,
    length bigint not null,
    storage uuid not null,
    chunk_size integer not null,
    chunk_digests bytea not null,
    stored_at timestamptz not null,
    constraint archived_file_pk primary key (digest),
    constraint archived_file_digest_ck check (digest ~ '^sha-256:[0-9a-f]{64}$'),
    constraint archived_file_length_ck check (length > 0),
    constraint archived_file_chunk_digests_ck
        check (chunk_size > 0 and octet_length(chunk_digests) = 32 * ((length + chunk_size - 1) / chunk_size))
);

grant select, insert on archived_file to ${serviceRole};
