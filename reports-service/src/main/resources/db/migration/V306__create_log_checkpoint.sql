-- Every checkpoint that was ever signed. There is one for a size, for ever.
create table log_checkpoint (
    epoch text not null,
    size bigint not null,
    root bytea not null,
    note text not null,
    key text not null,
    signed_at timestamptz not null,
    constraint log_checkpoint_epoch_size_pk primary key (epoch, size),
    constraint log_checkpoint_epoch_fk foreign key (epoch) references log_epoch (name),
    constraint log_checkpoint_size_ck check (size >= 0),
    constraint log_checkpoint_root_ck check (octet_length(root) = 32)
);

grant select, insert on log_checkpoint to ${serviceRole};
