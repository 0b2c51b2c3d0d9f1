-- How far the making of an edition is; opened with the edition, and never deleted. held_by is the claim under which somebody makes it
-- now: what is noted under another one is too late. version goes up with whatever a reader can see.
create table edition_run (
    edition_id uuid not null,
    state text not null,
    step text,
    step_done bigint,
    step_total bigint,
    file_format text,
    file_language text,
    ordered_by text,
    ordered_at timestamptz not null,
    began_at timestamptz,
    ended_at timestamptz,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    held_by uuid,
    problem text,
    reason text,
    version bigint not null default 1,
    constraint edition_run_edition_id_pk primary key (edition_id),
    constraint edition_run_edition_id_fk foreign key (edition_id) references edition (id),
    constraint edition_run_state_ck check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    constraint edition_run_step_ck check (step in ('reading_incidents', 'reading_sources', 'counting', 'examining', 'rendering', 'keeping')),
    constraint edition_run_ended_at_ck check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled')))
);

-- Drafts from before are made like all others.
insert into edition_run (edition_id, state, ordered_at)
select id, 'waiting', recorded_at from edition where status = 'draft';

create index edition_run_ordered_at_ix on edition_run (ordered_at) where state in ('waiting', 'running') and ordered_by is not null;

grant select, insert, update on edition_run to ${serviceRole};
