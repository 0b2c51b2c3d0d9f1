-- Trials and recomputations that are answered while nobody waits, each kept for a day after it ended. claimed_by is the claim under which
-- somebody works on it now; version goes up with whatever a reader can see.
create table inquiry (
    id uuid not null,
    kind text not null,
    subject text not null,
    wanted text,
    asked_by text not null,
    asked_at timestamptz not null,
    state text not null default 'waiting',
    began_at timestamptz,
    ended_at timestamptz,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    claimed_by uuid,
    claimed_until timestamptz,
    answer text,
    problem text,
    version bigint not null default 1,
    constraint inquiry_id_pk primary key (id),
    constraint inquiry_kind_ck check (kind in ('trial', 'recomputation')),
    constraint inquiry_state_ck check (state in ('waiting', 'running', 'done', 'failed')),
    constraint inquiry_ended_at_ck check ((ended_at is not null) = (state in ('done', 'failed')))
);

create index inquiry_asked_at_ix on inquiry (asked_at) where state in ('waiting', 'running');
create index inquiry_ended_at_ix on inquiry (ended_at) where ended_at is not null;

grant select, insert, update, delete on inquiry to ${serviceRole};
