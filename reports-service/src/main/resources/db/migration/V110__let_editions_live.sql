-- Content is frozen before it is out: made_from is the definition as it was, document_digest names what was written from the
-- evidence, in the archive. next_attempt_at is null while it is nobody's turn but people's. public_version counts what
-- everybody could see change.
alter table edition
    alter column next_attempt_at drop not null,
    add column made_from text,
    add column document_digest text,
    add column publication_rule text,
    add column embargo_until timestamptz,
    add column approved_by text,
    add column approved_at timestamptz,
    add column released_by text,
    add column released_at timestamptz,
    add column withdrawal_proposed_by text,
    add column withdrawal_reason text,
    add column withdrawn_at timestamptz,
    add column public_version bigint not null default 0,
    add constraint edition_release_ck check (released_by is null or approved_by is not null and approved_by <> released_by),
    add constraint edition_withdrawn_ck check (status <> 'withdrawn' or withdrawn_at is not null and withdrawal_reason is not null);

update edition set public_version = version where status in ('published', 'superseded');

create index edition_gated_ix on edition (next_attempt_at) where status = 'gated';
