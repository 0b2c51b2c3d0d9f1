-- What opens a leaf's commitment, apart from the leaf: without the salt nobody can tell what was committed to.
create table log_disclosure (
    leaf_id bigint not null,
    salt bytea not null,
    statement bytea not null,
    constraint log_disclosure_leaf_id_pk primary key (leaf_id),
    constraint log_disclosure_leaf_id_fk foreign key (leaf_id) references log_leaf (id),
    constraint log_disclosure_salt_ck check (octet_length(salt) = 32)
);

grant select, insert on log_disclosure to ${serviceRole};
