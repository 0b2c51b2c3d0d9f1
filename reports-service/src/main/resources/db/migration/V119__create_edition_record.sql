-- The records behind watched editions.
create table edition_record (
    record_id uuid not null,
    edition_id uuid not null,
    constraint edition_record_pk primary key (record_id, edition_id),
    constraint edition_record_edition_fk foreign key (edition_id) references edition (id)
);

create index edition_record_edition_ix on edition_record (edition_id);

grant select, insert, delete on edition_record to ${serviceRole};
