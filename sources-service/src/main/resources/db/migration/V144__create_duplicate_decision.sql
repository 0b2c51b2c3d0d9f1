-- What analysts said of pairs of sources, and of which state of them. Only ever added to; the last one counts.
create table duplicate_decision (
    id uuid not null,
    first_source uuid not null,
    second_source uuid not null,
    verdict text not null,
    reason text not null,
    content_digest text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint duplicate_decision_pk primary key (id),
    constraint duplicate_decision_first_source_fk foreign key (first_source) references source (id),
    constraint duplicate_decision_second_source_fk foreign key (second_source) references source (id),
    constraint duplicate_decision_order_ck check (first_source < second_source),
    constraint duplicate_decision_verdict_ck check (verdict in ('confirmed', 'dismissed'))
);

create index duplicate_decision_first_source_ix on duplicate_decision (first_source, id);
create index duplicate_decision_second_source_ix on duplicate_decision (second_source, id);

grant select, insert on duplicate_decision to ${serviceRole};
