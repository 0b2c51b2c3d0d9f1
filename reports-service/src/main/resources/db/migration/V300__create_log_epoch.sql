-- One history of the log with a name of its own; the one with the highest number grows. A row is only ever added: an epoch that
-- has ended stays readable.
create table log_epoch (
    id uuid not null,
    name text not null,
    number integer not null,
    origin text not null,
    reason text,
    started_by text not null,
    started_at timestamptz not null,
    constraint log_epoch_id_pk primary key (id),
    constraint log_epoch_name_uq unique (name),
    constraint log_epoch_number_uq unique (number),
    constraint log_epoch_origin_uq unique (origin),
    constraint log_epoch_name_ck check (name ~ '^[0-9a-f]{8}$'),
    constraint log_epoch_number_ck check (number >= 1)
);

grant select, insert on log_epoch to ${serviceRole};
