-- Which leaf stands where in the tree of an epoch. Nothing is ever moved.
create table log_entry (
    epoch text not null,
    position bigint not null,
    leaf_id bigint not null,
    constraint log_entry_epoch_position_pk primary key (epoch, position),
    constraint log_entry_epoch_leaf_id_uq unique (epoch, leaf_id),
    constraint log_entry_epoch_fk foreign key (epoch) references log_epoch (name),
    constraint log_entry_leaf_id_fk foreign key (leaf_id) references log_leaf (id),
    constraint log_entry_position_ck check (position >= 0)
);

grant select, insert on log_entry to ${serviceRole};
