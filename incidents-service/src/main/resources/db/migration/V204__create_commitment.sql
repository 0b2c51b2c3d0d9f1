create table commitment (
    id uuid constraint commitment_pk primary key,
    party text not null constraint commitment_party_fk references party (slug),
    known_on date not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null
);

create index commitment_party_known_on_ix on commitment (party, known_on, id);
create index commitment_known_on_ix on commitment (known_on, id);

grant select, insert, update on commitment to ${serviceRole};
