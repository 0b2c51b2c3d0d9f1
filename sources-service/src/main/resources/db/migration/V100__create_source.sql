-- A source: what anyone says or shows about an incident. The words themselves lie in the archive, under the digests in parts.
create table source (
    id uuid not null,
    organisation text not null,
    version bigint not null,
    status text not null,
    publication text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    recorded_by text not null,
    creation_digest text not null,
    import_digest text,
    import_version bigint,
    canonical_key text,
    kind text not null,
    title text not null,
    url text,
    archived_url text,
    publisher text,
    author text,
    published_on date,
    published_on_precision text,
    published_on_as_printed text,
    language text,
    medium text,
    reliability text,
    credibility integer,
    repeats uuid,
    dataset text,
    licence text,
    attribution text,
    parts jsonb not null,
    constraint source_pk primary key (id),
    constraint source_repeats_fk foreign key (repeats) references source (id),
    constraint source_version_ck check (version >= 1),
    constraint source_status_ck check (status in ('draft', 'accepted')),
    constraint source_publication_ck check (publication = 'withheld' or publication = 'public' and status = 'accepted'),
    constraint source_published_on_ck check ((published_on is null) = (coalesce(published_on_precision, 'unknown') = 'unknown')),
    constraint source_credibility_ck check (credibility between 1 and 6),
    constraint source_fieldwork_ck check (kind = 'report' or coalesce(jsonb_typeof(parts -> 'fieldwork'), 'null') = 'null')
);

-- A key may hold an address of 2,000 characters, more than a B-tree takes; it is only ever compared for equality.
create index source_canonical_key_ix on source using hash (canonical_key);
create index source_organisation_ix on source (organisation, id);
create index source_dataset_ix on source (dataset, id);
create index source_publisher_ix on source (publisher, id);
create index source_published_on_ix on source (published_on);

grant select, insert, update on source to ${serviceRole};
