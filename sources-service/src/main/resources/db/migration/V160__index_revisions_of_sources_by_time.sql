-- Which sources changed since an instant is asked by every question about the recent past.
create index revision_sources_recorded_at_ix on revision (recorded_at) where collection = 'sources';
