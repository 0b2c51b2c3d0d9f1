create table denominator (
    id uuid constraint denominator_pk primary key,
    party text not null constraint denominator_party_fk references party (slug),
    known_on date not null,
    kind text not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint denominator_kind_ck check (kind in ('rounds', 'strikes', 'engagements', 'munitions'))
);

create index denominator_party_known_on_ix on denominator (party, known_on, id);

grant select, insert, update on denominator to ${serviceRole};
