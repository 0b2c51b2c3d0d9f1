-- What readers see of an incident is one document: what its authors write, and what the registry sets. It is answered as it is
-- kept, without being made anew for each reader.
alter table incident rename column content to document;

update incident i
set document = (select r.snapshot - 'version' - 'recordedAt' - 'updatedAt' from revision r
                where r.collection = 'incidents' and r.record_id = i.id and r.version = i.version);
