-- How far each change feed of the other services has been followed; null is its beginning.
create table followed_feed (
    feed text not null,
    cursor text,
    read_at timestamptz not null,
    constraint followed_feed_pk primary key (feed)
);

grant select, insert, update on followed_feed to ${serviceRole};
