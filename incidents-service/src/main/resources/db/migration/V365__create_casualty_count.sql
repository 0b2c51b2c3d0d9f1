-- On what an incident's numbers rested from an instant on: number 0 is what was recorded with it, the others are derivations and
-- numbers set by hand; only ever added to.
create table casualty_count (
    incident uuid not null,
    number integer not null,
    kind text not null,
    rule text,
    numbers jsonb not null,
    reason text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint casualty_count_pk primary key (incident, number),
    constraint casualty_count_incident_fk foreign key (incident) references incident (id),
    constraint casualty_count_kind_ck check (kind in ('recorded', 'derived', 'set_by_hand')),
    constraint casualty_count_rule_ck check ((kind = 'derived') = (rule is not null)),
    constraint casualty_count_reason_ck check (kind <> 'set_by_hand' or reason is not null)
);

grant select, insert on casualty_count to ${serviceRole};
