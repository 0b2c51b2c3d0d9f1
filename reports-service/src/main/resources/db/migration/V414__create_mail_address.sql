-- Where e-mail goes: a person's address, sealed under a key outside the database, deleted with its subscription. Nothing else names it.
create table mail_address (
    subscription_id uuid not null,
    sealed text not null,
    constraint mail_address_subscription_id_pk primary key (subscription_id),
    constraint mail_address_subscription_id_fk foreign key (subscription_id) references subscription (id) on delete cascade
);

grant select, insert, delete on mail_address to ${serviceRole};
