create table party (
    slug text constraint party_pk primary key,
    id uuid not null constraint party_id_uq unique,
    kind text not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint party_kind_ck check (kind in ('state', 'coalition', 'armed_group', 'civilians', 'unknown'))
);

grant select, insert, update on party to ${serviceRole};
