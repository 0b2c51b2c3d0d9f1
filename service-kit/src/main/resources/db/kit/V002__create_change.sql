-- The change feed. A row gets its position after its transaction has committed; the service's role may set that and nothing else.
create table change (
    id bigint generated always as identity,
    collection text not null,
    record_id uuid not null,
    version bigint not null,
    kind text not null,
    public_before boolean not null,
    public_after boolean not null,
    organisation text,
    changed_at timestamptz not null default clock_timestamp(),
    position bigint,
    constraint change_pk primary key (id),
    constraint change_record_version_uq unique (collection, record_id, version),
    constraint change_position_uq unique (position)
);

create index change_waiting_ix on change (id) where position is null;
create index change_collection_position_ix on change (collection, position);

grant select, insert on change to ${serviceRole};
grant update (position) on change to ${serviceRole};

create table feed_epoch (
    epoch uuid not null default gen_random_uuid(),
    only_one boolean not null default true,
    constraint feed_epoch_pk primary key (only_one),
    constraint feed_epoch_only_one_ck check (only_one)
);

insert into feed_epoch default values;

grant select on feed_epoch to ${serviceRole};
