-- Leaves that have no place in the current epoch's tree yet.
create table log_pending (
    leaf_id bigint not null,
    constraint log_pending_leaf_id_pk primary key (leaf_id),
    constraint log_pending_leaf_id_fk foreign key (leaf_id) references log_leaf (id)
);

grant select, insert, delete on log_pending to ${serviceRole};
