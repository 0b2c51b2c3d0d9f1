-- One announcement for one subscription: the queue, and the log of what became of it. claimed_by and claimed_until are the lease of the
-- one who is sending it now; a lease that has run out is anybody's.
create table delivery (
    subscription_id uuid not null,
    announcement_id bigint not null,
    status text not null,
    attempts integer not null default 0,
    failures integer not null default 0,
    next_attempt_at timestamptz not null,
    claimed_by uuid,
    claimed_until timestamptz,
    queued_at timestamptz not null,
    ended_at timestamptz,
    constraint delivery_subscription_id_announcement_id_pk primary key (subscription_id, announcement_id),
    constraint delivery_subscription_id_fk foreign key (subscription_id) references subscription (id) on delete cascade,
    constraint delivery_announcement_id_fk foreign key (announcement_id) references announcement (id) on delete cascade,
    constraint delivery_status_ck check (status in ('waiting', 'delivered', 'given_up'))
);

create index delivery_waiting_ix on delivery (subscription_id, next_attempt_at) where status = 'waiting';
create index delivery_announcement_id_ix on delivery (announcement_id);
create index delivery_claimed_by_ix on delivery (claimed_by) where claimed_by is not null;
create index delivery_ended_at_ix on delivery (ended_at) where ended_at is not null;

grant select, insert, update, delete on delivery to ${serviceRole};
