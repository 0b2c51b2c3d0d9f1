create table statement (
    id uuid constraint statement_pk primary key,
    party text not null constraint statement_party_fk references party (slug),
    known_on date not null,
    kind text not null,
    channel text,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint statement_kind_ck check (kind in ('admission', 'partial_admission', 'denial', 'rebuttal_of_method', 'commitment', 'monthly_report', 'strike_report', 'letter', 'apology', 'correction')),
    constraint statement_channel_ck check (channel in ('statement', 'tweet', 'email', 'letter', 'press_briefing', 'report', 'interview', 'website'))
);

create index statement_party_known_on_ix on statement (party, known_on, id);

grant select, insert, update on statement to ${serviceRole};
