create table note (
    id uuid not null,
    version bigint not null,
    text text not null,
    owner text not null,
    shown boolean not null,
    constraint note_pk primary key (id),
    constraint note_text_uq unique (text)
);

grant select, insert, update on note to ${serviceRole};
