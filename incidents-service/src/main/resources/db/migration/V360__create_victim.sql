-- One row per person harmed in an incident. The content is one document; the columns are what persons are counted by.
create table victim (
    id uuid not null,
    incident uuid not null,
    sex text not null,
    age_group text not null,
    status text not null,
    status_disputed boolean not null,
    cause text not null,
    outcome text not null,
    withdrawn boolean not null,
    name_public boolean not null,
    content jsonb not null,
    version bigint not null,
    public_version bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    updated_at timestamptz not null,
    public_updated_at timestamptz,
    creation_digest text,
    constraint victim_pk primary key (id),
    constraint victim_incident_fk foreign key (incident) references incident (id),
    constraint victim_sex_ck check (sex in ('man', 'woman', 'unknown')),
    constraint victim_age_group_ck check (age_group in ('adult', 'child', 'unknown')),
    constraint victim_status_ck check (status in ('civilian', 'other_protected_person', 'member_of_armed_forces',
        'directly_participating_in_hostilities', 'unknown')),
    constraint victim_outcome_ck check (outcome in ('killed', 'injured', 'missing')),
    constraint victim_withdrawn_name_public_ck check (not (withdrawn and name_public))
);

create index victim_incident_ix on victim (incident, id);

grant select, insert, update on victim to ${serviceRole};
