-- How far the check of the whole register has come, and which replica is at it until when.
create table custody_round (
    number bigint not null,
    source_position uuid not null,
    checkpoint_position bigint not null,
    checked bigint not null,
    started_at timestamptz not null,
    last_finished_at timestamptz,
    claimed_until timestamptz not null,
    only_one boolean not null default true,
    constraint custody_round_pk primary key (only_one),
    constraint custody_round_only_one_ck check (only_one)
);

insert into custody_round (number, source_position, checkpoint_position, checked, started_at, claimed_until)
values (1, '00000000-0000-0000-0000-000000000000', 0, 0, now(), now());

grant select on custody_round to ${serviceRole};
grant update (number, source_position, checkpoint_position, checked, started_at, last_finished_at, claimed_until)
    on custody_round to ${serviceRole};
