-- When each content of the archive was last looked at, and what was found: what changed or went missing is named.
create table fixity_check (
    digest text not null,
    kind text not null,
    since timestamptz not null,
    checked_at timestamptz,
    verified_at timestamptz,
    integrity text,
    found_at timestamptz,
    claimed_until timestamptz,
    constraint fixity_check_pk primary key (digest, kind),
    constraint fixity_check_kind_ck check (kind in ('file', 'text')),
    constraint fixity_check_integrity_ck
        check (integrity in ('content_damaged', 'content_missing') and found_at is not null or integrity is null and found_at is null)
);

create index fixity_check_checked_at_ix on fixity_check (checked_at nulls first);
create index fixity_check_integrity_ix on fixity_check (digest, kind) where integrity is not null;

grant select, insert, update on fixity_check to ${serviceRole};

insert into fixity_check (digest, kind, since) select digest, 'file', stored_at from archived_file;
