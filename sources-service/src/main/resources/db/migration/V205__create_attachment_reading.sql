-- Who read which content in which hour. A film is read in hundreds of ranges: the custody log names its reader once an hour.
create table attachment_reading (
    attachment_id uuid not null,
    subject text not null,
    hour timestamptz not null,
    constraint attachment_reading_pk primary key (attachment_id, subject, hour),
    constraint attachment_reading_attachment_fk foreign key (attachment_id) references attachment (id)
);

grant select, insert on attachment_reading to ${serviceRole};
