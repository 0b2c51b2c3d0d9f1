create table report_definition (
    id uuid not null,
    slug text not null,
    title text not null,
    content text not null,
    created_digest text not null,
    created_by text not null,
    organisation text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    opened_version bigint not null default 0,
    constraint report_definition_pk primary key (id),
    constraint report_definition_slug_uq unique (slug),
    constraint report_definition_version_ck check (version >= 1)
);

grant select, insert, update on report_definition to ${serviceRole};

create index report_definition_to_open_ix on report_definition (slug) where opened_version < version;
