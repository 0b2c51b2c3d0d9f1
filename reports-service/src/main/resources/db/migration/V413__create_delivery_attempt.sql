-- How each attempt ended. What a receiver said beyond its status is not kept: it could be anything.
create table delivery_attempt (
    subscription_id uuid not null,
    announcement_id bigint not null,
    number integer not null,
    outcome text not null,
    http_status integer,
    took_ms integer not null,
    attempted_at timestamptz not null,
    constraint delivery_attempt_number_pk primary key (subscription_id, announcement_id, number),
    constraint delivery_attempt_delivery_fk foreign key (subscription_id, announcement_id)
        references delivery (subscription_id, announcement_id) on delete cascade
);

grant select, insert on delivery_attempt to ${serviceRole};
