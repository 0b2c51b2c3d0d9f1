-- Perceptual hashes of pictures: of each 64-bit hash the eight bytes with their places, of which near ones share at least one.
create table picture_hash (
    attachment_id uuid not null,
    source_id uuid not null,
    difference bigint not null,
    frequency bigint not null,
    parts integer[] not null,
    recorded_at timestamptz not null default now(),
    constraint picture_hash_pk primary key (attachment_id),
    constraint picture_hash_source_fk foreign key (source_id) references source (id),
    constraint picture_hash_parts_ck check (cardinality(parts) = 8)
);

create index picture_hash_source_ix on picture_hash (source_id);
create index picture_hash_parts_ix on picture_hash using gin (parts);

grant select, insert on picture_hash to ${serviceRole};
