-- What people say of a source is one document, kept as it is answered; public_content is null where everybody sees the same.
-- Beside it stand the columns that lists are filtered and sorted by, and that the database guards. facts: what the registry adds.
alter table source
    add column content jsonb,
    add column public_content jsonb,
    add column facts jsonb,
    add column frozen boolean not null default false,
    add column hidden boolean not null default false;

update source s
set content = jsonb_strip_nulls(jsonb_build_object(
        'externalIds', s.parts -> 'externalIds', 'kind', s.kind, 'title', s.title, 'url', s.url, 'archivedUrl', s.archived_url,
        'publisher', s.publisher, 'author', s.author,
        'publishedOn', case when s.published_on_precision is not null then jsonb_build_object(
            'date', s.published_on, 'precision', s.published_on_precision, 'asPrinted', s.published_on_as_printed) end,
        'language', s.language, 'medium', s.medium, 'texts', s.parts -> 'texts', 'reliability', s.reliability,
        'credibility', s.credibility,
        'independence', case when s.repeats is not null then jsonb_build_object('repeats', s.repeats) end,
        'sensitivity', s.parts -> 'sensitivity', 'fieldwork', s.parts -> 'fieldwork', 'dataset', s.dataset,
        'licence', s.licence, 'attribution', s.attribution)),
    facts = jsonb_strip_nulls(jsonb_build_object('canonicalKey', s.canonical_key, 'dataQuality', s.parts -> 'dataQuality'));

alter table source
    alter column content set not null,
    alter column facts set not null,
    drop column parts,
    drop column title,
    drop column url,
    drop column archived_url,
    drop column author,
    drop column published_on_precision,
    drop column published_on_as_printed,
    drop column medium,
    drop column licence,
    drop column attribution;

-- Whether everybody may read it, for whatever asks the database.
alter table source
    add column in_public boolean not null
        generated always as (status = 'accepted' and publication = 'public' and not hidden) stored;

alter table source add constraint source_fieldwork_ck check (kind = 'report' or content -> 'fieldwork' is null);

create index source_updated_at_ix on source (updated_at, id);
create index source_recorded_at_ix on source (recorded_at, id);
create index source_published_order_ix on source (coalesce(published_on, 'infinity'::date), id);
