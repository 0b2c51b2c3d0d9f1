-- What a party answered: to a question, or to an edition that is out. It is held while a rule of the gate finds something in it
-- that must not be read by everybody, until a publisher lets it out.
create table reply (
    id uuid not null,
    definition_id uuid not null,
    report text not null,
    question_id uuid,
    edition_id uuid,
    party text not null,
    text text not null,
    language text not null,
    channel text not null,
    received_on date not null,
    organisation text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    held_by text,
    released_by text,
    released_at timestamptz,
    release_reason text,
    version bigint not null,
    constraint reply_pk primary key (id),
    constraint reply_definition_fk foreign key (definition_id) references report_definition (id),
    constraint reply_question_fk foreign key (question_id) references question (id),
    constraint reply_edition_fk foreign key (edition_id) references edition (id),
    constraint reply_about_ck check (question_id is not null or edition_id is not null),
    constraint reply_release_ck check ((released_by is null) = (release_reason is null))
);

create index reply_question_ix on reply (question_id);
create index reply_edition_ix on reply (edition_id);

grant select, insert, update on reply to ${serviceRole};
