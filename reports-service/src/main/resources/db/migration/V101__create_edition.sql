-- One row per definition, period and number, whoever makes it. claimed_by and claimed_until are the lease of the one who is
-- making it now; a lease that has run out is anybody's.
create table edition (
    id uuid not null,
    definition_id uuid not null,
    report text not null,
    period_key text not null,
    period_from date not null,
    period_to date not null,
    period_label text not null,
    number integer not null,
    status text not null,
    title text not null,
    language text not null,
    effective_at timestamptz,
    published_at timestamptz,
    digest text,
    figures text,
    files text,
    credits text,
    organisation text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    claimed_by uuid,
    claimed_until timestamptz,
    cause_code text,
    cause_detail text,
    constraint edition_pk primary key (id),
    constraint edition_definition_fk foreign key (definition_id) references report_definition (id),
    constraint edition_definition_period_number_uq unique (definition_id, period_key, number),
    constraint edition_number_ck check (number >= 1),
    constraint edition_period_ck check (period_from <= period_to),
    constraint edition_status_ck check (status in ('draft', 'gated', 'published', 'superseded', 'withdrawn')),
    constraint edition_published_whole_ck check (status in ('draft', 'gated') or (effective_at is not null
        and published_at is not null and digest is not null and figures is not null and files is not null
        and credits is not null))
);

create index edition_waiting_ix on edition (next_attempt_at) where status = 'draft';
create index edition_report_ix on edition (report, period_key, number);

grant select, insert, update on edition to ${serviceRole};
