-- What the person behind a source allows, purpose by purpose; rows are only ever added, their words are sealed.
create table source_consent (
    id uuid not null,
    source_id uuid not null,
    number integer not null,
    organisation text not null,
    purpose text not null,
    state text not null,
    taken_on date not null,
    taken_how text not null,
    valid_until date,
    sealed text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint source_consent_pk primary key (id),
    constraint source_consent_source_number_uq unique (source_id, number),
    constraint source_consent_source_fk foreign key (source_id) references source (id),
    constraint source_consent_purpose_ck check (purpose in ('keep_only', 'analysis', 'publish_anonymous', 'publish_named',
        'share_partner', 'share_court', 'share_military_assessor')),
    constraint source_consent_state_ck check (state in ('given', 'limited', 'withdrawn')),
    constraint source_consent_valid_until_ck check (valid_until is null or state = 'limited' and valid_until >= taken_on)
);

grant select, insert on source_consent to ${serviceRole};
