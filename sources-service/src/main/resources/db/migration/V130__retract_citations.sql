-- A citation that proves wrong is taken back with a reason, and kept: who relied on it can see that it no longer stands.
alter table citation
    add column status text not null default 'active',
    add column retracted_at timestamptz,
    add column retraction_reason text,
    add constraint citation_status_ck check (status in ('active', 'retracted')),
    add constraint citation_retracted_at_ck check ((status = 'retracted') = (retracted_at is not null)),
    add constraint citation_retraction_reason_ck check ((status = 'retracted') = (retraction_reason is not null));

-- What was taken back can be cited anew; of what stands there is one.
alter table citation drop constraint citation_source_incident_passage_uq;
create unique index citation_source_incident_passage_uq on citation (source_id, incident, passage_digest)
    where status = 'active';
create index citation_source_incident_passage_ix on citation (source_id, incident, passage_digest);
