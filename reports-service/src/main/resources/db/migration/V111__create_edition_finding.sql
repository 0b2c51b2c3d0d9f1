-- What a rule of the gate found in an edition. A finding is never deleted: it is cleared when the rule no longer finds it, or
-- overridden by two people with a reason.
create table edition_finding (
    id uuid not null,
    edition_id uuid not null,
    number integer not null,
    rule text not null,
    severity text not null,
    pointer text not null,
    message text not null,
    overridable boolean not null,
    found_at timestamptz not null,
    cleared_at timestamptz,
    override_reason text,
    override_by text,
    override_at timestamptz,
    override_confirmed_by text,
    override_confirmed_at timestamptz,
    constraint edition_finding_pk primary key (id),
    constraint edition_finding_edition_number_uq unique (edition_id, number),
    constraint edition_finding_edition_fk foreign key (edition_id) references edition (id),
    constraint edition_finding_rule_uq unique (edition_id, rule, pointer, message),
    constraint edition_finding_severity_ck check (severity in ('blocks', 'warns')),
    constraint edition_finding_override_ck check (override_by is null or overridable and override_reason is not null),
    constraint edition_finding_override_confirmed_ck check (override_confirmed_by is null
        or override_by is not null and override_by <> override_confirmed_by)
);

grant select, insert, update on edition_finding to ${serviceRole};
