-- Which incidents changed since an instant is asked by every question about the recent past.
create index revision_incidents_recorded_at_ix on revision (recorded_at) where collection = 'incidents';
