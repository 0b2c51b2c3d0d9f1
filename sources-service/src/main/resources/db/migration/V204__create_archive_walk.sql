-- Where the walks through register and archive are that go on step by step, and which replica takes the next step.
create table archive_walk (
    name text not null,
    position text not null,
    claimed_until timestamptz not null,
    constraint archive_walk_pk primary key (name)
);

insert into archive_walk (name, position, claimed_until)
values ('orphans', '', '-infinity'), ('texts', '00000000-0000-0000-0000-000000000000', '-infinity');

grant select, update on archive_walk to ${serviceRole};
