-- The second analyst's confirmation of a ruling: at most one, and never by who proposed it, whatever the service does.
create table ruling_confirmation (
    ruling uuid not null,
    proposed_by text not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    reason text,
    constraint ruling_confirmation_pk primary key (ruling),
    constraint ruling_confirmation_ruling_fk foreign key (ruling, proposed_by) references ruling (id, proposed_by),
    constraint ruling_confirmation_second_person_ck check (confirmed_by <> proposed_by)
);

grant select, insert on ruling_confirmation to ${serviceRole};
