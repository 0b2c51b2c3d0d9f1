-- A source recorded from here on has a chain; one recorded before may have none, or one that begins later than the source.
create table custody_start (
    since timestamptz not null default now(),
    only_one boolean not null default true,
    constraint custody_start_pk primary key (only_one),
    constraint custody_start_only_one_ck check (only_one)
);

insert into custody_start default values;

grant select on custody_start to ${serviceRole};
