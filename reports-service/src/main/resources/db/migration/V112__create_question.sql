-- What a party was asked before a report about it comes out, and by when it was to answer.
create table question (
    id uuid not null,
    definition_id uuid not null,
    report text not null,
    period_key text,
    party text not null,
    text text not null,
    language text not null,
    channel text not null,
    sent_on date not null,
    due_on date not null,
    organisation text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint question_pk primary key (id),
    constraint question_definition_fk foreign key (definition_id) references report_definition (id),
    constraint question_due_ck check (sent_on <= due_on)
);

create index question_report_ix on question (report, id);

grant select, insert on question to ${serviceRole};
