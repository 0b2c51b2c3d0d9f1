-- Whether the registry's own staff, too, could no longer read the record after the change: some records are kept for their own
-- organisation alone.
alter table change add column kept_from_staff boolean not null default false;
