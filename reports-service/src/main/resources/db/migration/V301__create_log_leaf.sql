-- What is logged, byte for byte as it is hashed. Where a leaf stands in the tree of an epoch is in log_entry: a number taken here,
-- before the transaction commits, could become visible before a smaller one.
create table log_leaf (
    id bigint generated always as identity,
    edition_id uuid,
    kind text not null,
    content bytea not null,
    queued_at timestamptz not null,
    constraint log_leaf_id_pk primary key (id),
    constraint log_leaf_edition_fk foreign key (edition_id) references edition (id),
    constraint log_leaf_kind_ck check (kind in ('published', 'superseded', 'withdrawn', 'replied', 'epoch')),
    constraint log_leaf_edition_ck check ((kind = 'epoch') = (edition_id is null)),
    constraint log_leaf_content_ck check (octet_length(content) between 1 and 65535)
);

create index log_leaf_edition_id_ix on log_leaf (edition_id, id);

grant select, insert on log_leaf to ${serviceRole};
