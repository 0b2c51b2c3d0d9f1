-- Who sees the incident cited, as far as the citer may know; null until incidents-service was asked. It takes the place of
-- verification, which is now told to each reader by it.
alter table citation
    drop column verification,
    add column incident_sight text,
    add column successor uuid,
    add column cited_by_registry boolean not null default false,
    add constraint citation_incident_sight_ck
        check (incident_sight in ('everybody', 'organisation', 'registry', 'nobody')),
    add constraint citation_successor_ck check (successor is null or incident_sight <> 'nobody');

-- Which incidents are cited, and when each is to be asked for again.
create table cited_incident (
    incident uuid not null,
    due_at timestamptz not null,
    asked_at timestamptz,
    attempts integer not null default 0,
    claimed_by uuid,
    claimed_until timestamptz,
    constraint cited_incident_pk primary key (incident),
    constraint cited_incident_attempts_ck check (attempts >= 0),
    constraint cited_incident_claimed_by_ck check ((claimed_by is null) = (claimed_until is null))
);

create index cited_incident_due_at_ix on cited_incident (due_at, incident);
create index cited_incident_claimed_by_ix on cited_incident (claimed_by) where claimed_by is not null;

insert into cited_incident (incident, due_at) select distinct incident, now() from citation;

grant select, insert, update on cited_incident to ${serviceRole};
