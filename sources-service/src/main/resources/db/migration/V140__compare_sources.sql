-- Sources that are new, or have changed in what they are told alike by, wait here until a step has compared them.
create table source_to_compare (
    source_id uuid not null,
    due_at timestamptz not null,
    claimed_by uuid,
    claimed_until timestamptz,
    constraint source_to_compare_pk primary key (source_id),
    constraint source_to_compare_source_fk foreign key (source_id) references source (id),
    constraint source_to_compare_claimed_by_ck check ((claimed_by is null) = (claimed_until is null))
);

create index source_to_compare_due_at_ix on source_to_compare (due_at, source_id);
create index source_to_compare_claimed_by_ix on source_to_compare (claimed_by) where claimed_by is not null;

grant select, insert, update, delete on source_to_compare to ${serviceRole};

-- Whoever writes sources need not know of comparison. A change takes the source out of a claim made before it.
create function source_awaits_comparison() returns trigger language plpgsql as $$
begin
    insert into source_to_compare (source_id, due_at) select id, now() from arrived order by id
    on conflict on constraint source_to_compare_pk do update
    set due_at = excluded.due_at, claimed_by = null, claimed_until = null;
    return null;
end $$;

create function changed_source_awaits_comparison() returns trigger language plpgsql as $$
begin
    insert into source_to_compare (source_id, due_at)
    select a.id, now() from arrived a join gone g on g.id = a.id
    where (a.content -> 'title', a.content -> 'url', a.content -> 'archivedUrl', a.content -> 'texts')
          is distinct from (g.content -> 'title', g.content -> 'url', g.content -> 'archivedUrl', g.content -> 'texts')
    order by a.id
    on conflict on constraint source_to_compare_pk do update
    set due_at = excluded.due_at, claimed_by = null, claimed_until = null;
    return null;
end $$;

create trigger source_added_awaits_comparison after insert on source
    referencing new table as arrived for each statement execute function source_awaits_comparison();
create trigger source_changed_awaits_comparison after update on source
    referencing old table as gone new table as arrived for each statement execute function changed_source_awaits_comparison();

insert into source_to_compare (source_id, due_at) select id, now() from source;
