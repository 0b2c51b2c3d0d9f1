-- One row per allegation. The document holds what was written and what its transitions make of it.
create table allegation (
    id uuid not null,
    document jsonb not null,
    received_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    creation_digest text,
    version bigint not null,
    updated_at timestamptz not null,
    party_version bigint not null,
    party_updated_at timestamptz not null,
    public_version bigint not null,
    public_updated_at timestamptz,
    party text not null generated always as (document ->> 'party') stored,
    incident uuid generated always as ((document ->> 'incident')::uuid) stored,
    channel text generated always as (document ->> 'channel') stored,
    reference text generated always as (document ->> 'reference') stored,
    state text not null generated always as (document ->> 'state') stored,
    duplicate_of uuid generated always as ((document ->> 'duplicateOf')::uuid) stored,
    publication text not null generated always as (document ->> 'publication') stored,
    constraint allegation_pk primary key (id),
    constraint allegation_party_fk foreign key (party) references party (slug),
    constraint allegation_incident_fk foreign key (incident) references incident (id),
    constraint allegation_duplicate_of_fk foreign key (duplicate_of) references allegation (id),
    constraint allegation_duplicate_of_ck check (duplicate_of <> id and (duplicate_of is null) = (state <> 'duplicate')),
    constraint allegation_state_ck check (state in ('received', 'under_assessment', 'credible', 'non_credible', 'duplicate',
                                                    'insufficient_information', 'reopened', 'withdrawn')),
    constraint allegation_publication_ck check (publication in ('withheld', 'public'))
);

create index allegation_order_ix on allegation (received_on, id);
create index allegation_public_order_ix on allegation (received_on, id) where publication = 'public';
create index allegation_party_order_ix on allegation (party, received_on, id);
create index allegation_party_reference_ix on allegation (party, reference) where reference is not null;
create index allegation_incident_party_ix on allegation (incident, party, state) where incident is not null;

grant select, insert, update on allegation to ${serviceRole};
