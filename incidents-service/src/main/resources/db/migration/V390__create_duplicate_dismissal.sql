-- Pairs of records that people found not to be one incident. They are not offered again; the lower id stands first.
create table duplicate_dismissal (
    id uuid not null,
    first uuid not null,
    second uuid not null,
    reason text not null,
    dismissed_by text not null,
    dismissed_at timestamptz not null,
    constraint duplicate_dismissal_pk primary key (id),
    constraint duplicate_dismissal_first_second_uq unique (first, second),
    constraint duplicate_dismissal_first_second_ck check (first < second),
    constraint duplicate_dismissal_first_fk foreign key (first) references incident (id),
    constraint duplicate_dismissal_second_fk foreign key (second) references incident (id)
);

create index duplicate_dismissal_second_ix on duplicate_dismissal (second);

grant select, insert on duplicate_dismissal to ${serviceRole};
