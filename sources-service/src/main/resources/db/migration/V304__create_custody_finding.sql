-- What the check of the whole register found wrong, in a chain or in a checkpoint; how often it was seen is not counted.
create table custody_finding (
    id bigint generated always as identity,
    source_id uuid,
    checkpoint bigint,
    sequence bigint not null,
    flaw text not null,
    found_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint custody_finding_pk primary key (id),
    constraint custody_finding_subject_ck check (num_nonnulls(source_id, checkpoint) = 1)
);

create unique index custody_finding_subject_flaw_ix on custody_finding (
    coalesce(source_id, '00000000-0000-0000-0000-000000000000'), coalesce(checkpoint, 0), sequence, flaw);

grant select, insert on custody_finding to ${serviceRole};
grant update (last_seen_at) on custody_finding to ${serviceRole};
