create table redress (
    id uuid constraint redress_pk primary key,
    party text not null constraint redress_party_fk references party (slug),
    incident uuid constraint redress_incident_fk references incident (id),
    allegation uuid constraint redress_allegation_fk references allegation (id),
    known_on date not null,
    kind text not null,
    loss_type text,
    state text not null,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint redress_kind_ck check (kind in ('acknowledgement', 'apology', 'ex_gratia_payment', 'condolence_payment', 'solatia',
                                               'livelihood_assistance', 'medical_care', 'repair')),
    constraint redress_loss_type_ck check (loss_type in ('death', 'injury', 'property_damage')),
    constraint redress_state_ck check (state in ('lodged', 'acknowledged', 'under_review', 'offered', 'accepted',
                                                 'refused_by_party', 'refused_by_family', 'paid', 'closed_no_answer'))
);

create index redress_party_known_on_ix on redress (party, known_on, id);
create index redress_known_on_ix on redress (known_on, id);
create index redress_incident_ix on redress (incident) where incident is not null;
create index redress_allegation_ix on redress (allegation) where allegation is not null;

grant select, insert, update on redress to ${serviceRole};
