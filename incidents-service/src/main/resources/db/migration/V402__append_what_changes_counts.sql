-- Every statement that writes incidents appends by how much it changes what they add up to, whoever sends it, in its own
-- transaction: once for all rows that it adds, and for those it changes what they are less what they were.
create function append_added_incidents() returns trigger
    language plpgsql
as $$
begin
    insert into incident_count_delta
    select date_trunc('month', i.occurred_from::timestamp)::date, i.country, i.admin1, i.grading, i.strike_status, i.status,
           i.status = 'accepted' and i.publication = 'public', i.organisation, i.dataset, i.totals_scheme,
           count(*), count(*) filter (where i.killed_civilians_min > 0),
           coalesce(sum(i.killed_civilians_min), 0), coalesce(sum(i.killed_civilians_max), 0),
           count(*) filter (where i.killed_civilians_min is null), count(*) filter (where i.killed_civilians_max is null),
           coalesce(sum(i.injured_civilians_min), 0), coalesce(sum(i.injured_civilians_max), 0),
           count(*) filter (where i.injured_civilians_min is null), count(*) filter (where i.injured_civilians_max is null),
           count(*) filter (where i.lat is null),
           coalesce(sum(i.totals_low), 0),
           coalesce(sum(i.totals_best), 0),
           coalesce(sum(i.totals_high), 0)
    from added i
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
end
$$;

create function append_changed_incidents() returns trigger
    language plpgsql
as $$
begin
    insert into incident_count_delta
    select date_trunc('month', i.occurred_from::timestamp)::date, i.country, i.admin1, i.grading, i.strike_status, i.status,
           i.status = 'accepted' and i.publication = 'public', i.organisation, i.dataset, i.totals_scheme,
           sum(i.sign), coalesce(sum(i.sign) filter (where i.killed_civilians_min > 0), 0),
           coalesce(sum(i.sign * i.killed_civilians_min), 0), coalesce(sum(i.sign * i.killed_civilians_max), 0),
           coalesce(sum(i.sign) filter (where i.killed_civilians_min is null), 0),
           coalesce(sum(i.sign) filter (where i.killed_civilians_max is null), 0),
           coalesce(sum(i.sign * i.injured_civilians_min), 0), coalesce(sum(i.sign * i.injured_civilians_max), 0),
           coalesce(sum(i.sign) filter (where i.injured_civilians_min is null), 0),
           coalesce(sum(i.sign) filter (where i.injured_civilians_max is null), 0),
           coalesce(sum(i.sign) filter (where i.lat is null), 0),
           coalesce(sum(i.sign * i.totals_low), 0),
           coalesce(sum(i.sign * i.totals_best), 0),
           coalesce(sum(i.sign * i.totals_high), 0)
    from (select 1 as sign, after.* from after
          union all
          select -1, before.* from before) i
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    having sum(i.sign) <> 0 or count(distinct (i.killed_civilians_min, i.killed_civilians_max, i.injured_civilians_min,
                                           i.injured_civilians_max, i.lat is null, i.totals_low, i.totals_best, i.totals_high)) > 1;
    return null;
end
$$;

create function append_removed_incidents() returns trigger
    language plpgsql
as $$
begin
    insert into incident_count_delta
    select date_trunc('month', i.occurred_from::timestamp)::date, i.country, i.admin1, i.grading, i.strike_status, i.status,
           i.status = 'accepted' and i.publication = 'public', i.organisation, i.dataset, i.totals_scheme,
           sum(i.sign), coalesce(sum(i.sign) filter (where i.killed_civilians_min > 0), 0),
           coalesce(sum(i.sign * i.killed_civilians_min), 0), coalesce(sum(i.sign * i.killed_civilians_max), 0),
           coalesce(sum(i.sign) filter (where i.killed_civilians_min is null), 0),
           coalesce(sum(i.sign) filter (where i.killed_civilians_max is null), 0),
           coalesce(sum(i.sign * i.injured_civilians_min), 0), coalesce(sum(i.sign * i.injured_civilians_max), 0),
           coalesce(sum(i.sign) filter (where i.injured_civilians_min is null), 0),
           coalesce(sum(i.sign) filter (where i.injured_civilians_max is null), 0),
           coalesce(sum(i.sign) filter (where i.lat is null), 0),
           coalesce(sum(i.sign * i.totals_low), 0),
           coalesce(sum(i.sign * i.totals_best), 0),
           coalesce(sum(i.sign * i.totals_high), 0)
    from (select -1 as sign, before.* from before) i
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
end
$$;

create trigger incident_added after insert on incident
    referencing new table as added
    for each statement execute function append_added_incidents();

create trigger incident_changed after update on incident
    referencing old table as before new table as after
    for each statement execute function append_changed_incidents();

create trigger incident_removed after delete on incident
    referencing old table as before
    for each statement execute function append_removed_incidents();

-- What is there already.
insert into incident_count
select date_trunc('month', i.occurred_from::timestamp)::date, i.country, i.admin1, i.grading, i.strike_status, i.status,
       i.status = 'accepted' and i.publication = 'public', i.organisation, i.dataset, i.totals_scheme,
       count(*), count(*) filter (where i.killed_civilians_min > 0),
       coalesce(sum(i.killed_civilians_min), 0), coalesce(sum(i.killed_civilians_max), 0),
       count(*) filter (where i.killed_civilians_min is null), count(*) filter (where i.killed_civilians_max is null),
       coalesce(sum(i.injured_civilians_min), 0), coalesce(sum(i.injured_civilians_max), 0),
       count(*) filter (where i.injured_civilians_min is null), count(*) filter (where i.injured_civilians_max is null),
       count(*) filter (where i.lat is null),
       coalesce(sum(i.totals_low), 0),
       coalesce(sum(i.totals_best), 0),
       coalesce(sum(i.totals_high), 0)
from incident i
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
