-- Of the copies that the registry makes itself there is one of each kind; people make several, but not the same twice.
drop index attachment_derived_from_derivation_uq;
create unique index attachment_derived_from_derivation_uq on attachment (derived_from, derivation)
    where role = 'working' and derivation in ('metadata_removed', 'thumbnail');
create unique index attachment_derived_from_digest_uq on attachment (derived_from, derivation, digest) where role = 'working';
create index attachment_derived_from_ix on attachment (derived_from) where derived_from is not null;

-- What the maker of a copy says of it. It may have to be forgotten, and stands in no history.
create table working_copy_note (
    attachment_id uuid not null,
    note text not null,
    constraint working_copy_note_pk primary key (attachment_id),
    constraint working_copy_note_attachment_fk foreign key (attachment_id) references attachment (id),
    constraint working_copy_note_note_ck check (char_length(note) between 1 and 1000)
);

grant select, insert, delete on working_copy_note to ${serviceRole};
