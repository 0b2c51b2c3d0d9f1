-- One row per incident. The content is one document; the generated columns are what lists are filtered by.
create table incident (
    id uuid not null,
    code text not null,
    former_codes varchar[] not null default '{}',
    organisation text not null,
    status text not null,
    publication text not null,
    grading text,
    content jsonb not null,
    occurred_from date not null,
    occurred_to date not null,
    place_names varchar[] not null default '{}',
    public_lat double precision,
    public_lon double precision,
    version bigint not null,
    content_version bigint not null,
    public_version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    updated_at timestamptz not null,
    public_updated_at timestamptz,
    creation_digest text,
    import_digest text,
    import_version bigint,
    dataset text generated always as (content ->> 'dataset') stored,
    place_name text generated always as (content #>> '{place,name}') stored,
    country text generated always as (content #>> '{place,country}') stored,
    admin1 text generated always as (content #>> '{place,admin1}') stored,
    admin2 text generated always as (content #>> '{place,admin2}') stored,
    lat double precision generated always as ((content #>> '{place,point,lat}')::double precision) stored,
    lon double precision generated always as ((content #>> '{place,point,lon}')::double precision) stored,
    killed_civilians_min integer generated always as ((content #>> '{harm,killed,civilians,min}')::integer) stored,
    killed_civilians_max integer generated always as ((content #>> '{harm,killed,civilians,max}')::integer) stored,
    injured_civilians_min integer generated always as ((content #>> '{harm,injured,civilians,min}')::integer) stored,
    injured_civilians_max integer generated always as ((content #>> '{harm,injured,civilians,max}')::integer) stored,
    totals_scheme text generated always as (content #>> '{harm,totalsAsPublished,scheme}') stored,
    totals_low integer generated always as ((content #>> '{harm,totalsAsPublished,low}')::integer) stored,
    totals_best integer generated always as ((content #>> '{harm,totalsAsPublished,best}')::integer) stored,
    totals_high integer generated always as ((content #>> '{harm,totalsAsPublished,high}')::integer) stored,
    constraint incident_pk primary key (id),
    constraint incident_code_uq unique (code),
    constraint incident_status_ck check (status in ('draft', 'submitted', 'accepted', 'withdrawn')),
    constraint incident_publication_ck check (publication in ('withheld', 'public')),
    constraint incident_grading_ck check (grading in ('confirmed', 'fair', 'weak', 'contested', 'discounted')),
    constraint incident_occurred_ck check (occurred_from <= occurred_to)
);

create index incident_order_ix on incident (occurred_from, id);
create index incident_public_order_ix on incident (occurred_from, id)
    where status = 'accepted' and publication = 'public';
create index incident_organisation_order_ix on incident (organisation, occurred_from, id);
create index incident_admin1_ix on incident (admin1, occurred_from, id);
create index incident_place_names_ix on incident using gin (place_names);
create index incident_former_codes_ix on incident using gin (former_codes);

grant select, insert, update on incident to ${serviceRole};
