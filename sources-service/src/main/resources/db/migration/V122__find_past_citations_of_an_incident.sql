-- Which sources were cited for an incident at an instant is read from the revisions of citations that ever named it.
create index revision_cited_incident_ix on revision ((snapshot ->> 'incident'), record_id) where collection = 'citations';
