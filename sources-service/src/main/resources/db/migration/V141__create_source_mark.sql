-- What is the same for both of a pair of duplicates or not at all: a page's address, a text's digest, a file's digest.
create table source_mark (
    source_id uuid not null,
    kind text not null,
    mark text not null,
    constraint source_mark_pk primary key (source_id, kind, mark),
    constraint source_mark_source_fk foreign key (source_id) references source (id),
    constraint source_mark_kind_ck check (kind in ('address', 'text', 'file')),
    constraint source_mark_mark_ck check (length(mark) between 1 and 2000)
);

-- An address may be longer than a B-tree takes; it is only ever compared for equality.
create index source_mark_mark_ix on source_mark using hash (mark);

grant select, insert, delete on source_mark to ${serviceRole};
