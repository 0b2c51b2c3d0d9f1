create table demand (
    id uuid constraint demand_pk primary key,
    party text not null constraint demand_party_fk references party (slug),
    known_on date not null,
    kind text not null,
    state text not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint demand_kind_ck check (kind in ('investigate', 'disclose', 'acknowledge', 'redress', 'change_procedure', 'prosecute')),
    constraint demand_state_ck check (state in ('open', 'met', 'partly_met', 'refused', 'withdrawn'))
);

create index demand_party_known_on_ix on demand (party, known_on, id);
create index demand_known_on_ix on demand (known_on, id);

grant select, insert, update on demand to ${serviceRole};
