-- The last change of a record, kept so that an edition whose records are not listed yet misses nothing.
create table seen_change (
    record_id uuid not null,
    collection text not null,
    changed_at timestamptz not null,
    reason text,
    constraint seen_change_pk primary key (record_id)
);

create index seen_change_changed_at_ix on seen_change (changed_at);

grant select, insert, update, delete on seen_change to ${serviceRole};
