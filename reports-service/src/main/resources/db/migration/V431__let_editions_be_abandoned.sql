-- An edition that was opened and will never be whole: its run was cancelled, or failed. It keeps its number.
alter table edition
    drop constraint edition_status_ck,
    drop constraint edition_published_whole_ck,
    add constraint edition_status_ck check (status in ('draft', 'gated', 'published', 'superseded', 'withdrawn', 'abandoned')),
    add constraint edition_published_whole_ck check (status in ('draft', 'gated', 'abandoned') or (effective_at is not null
        and published_at is not null and digest is not null and figures is not null and files is not null
        and credits is not null)),
    add constraint edition_abandoned_ck check (status <> 'abandoned' or figures is null and claimed_by is null
        and next_attempt_at is null);
