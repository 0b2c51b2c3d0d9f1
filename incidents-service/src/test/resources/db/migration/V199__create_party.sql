-- Stands in for the parties' own table, for tests of incidents alone.
create table party (
    slug text constraint party_pk primary key
);

insert into party (slug) values ('coalition'), ('is'), ('government-of-syria'), ('sdf');

grant select on party to ${serviceRole};
