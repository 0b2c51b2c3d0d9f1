-- Published editions that are watched, and whether all records behind them are listed.
create table edition_watch (
    edition_id uuid not null,
    listed boolean not null default false,
    claimed_until timestamptz,
    constraint edition_watch_pk primary key (edition_id),
    constraint edition_watch_edition_fk foreign key (edition_id) references edition (id)
);

insert into edition_watch (edition_id) select id from edition where status = 'published';

grant select, insert, update, delete on edition_watch to ${serviceRole};
