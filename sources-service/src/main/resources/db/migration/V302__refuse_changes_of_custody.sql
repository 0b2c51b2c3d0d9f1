-- Grants hold the service; the triggers hold the tables' owner as well. Who may take a trigger away is found by the chain.
create function custody_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the custody log is only ever added to' using errcode = 'insufficient_privilege';
end
$$;

create trigger custody_entry_is_final before update or delete on custody_entry
    for each row execute function custody_is_final();
create trigger custody_entry_is_not_emptied before truncate on custody_entry
    for each statement execute function custody_is_final();
create trigger custody_head_is_not_removed before delete on custody_head
    for each row execute function custody_is_final();
create trigger custody_head_is_not_emptied before truncate on custody_head
    for each statement execute function custody_is_final();
create trigger custody_head_only_grows before update on custody_head
    for each row when (new.source_id <> old.source_id or new.length < old.length
        or new.length = old.length and new.last_hash <> old.last_hash)
    execute function custody_is_final();
