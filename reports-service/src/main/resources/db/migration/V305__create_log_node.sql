-- The hashes that tiles consist of (C2SP tlog-tiles): at level L, position P the hash of the leaves from P * 256^L on, 256^L of
-- them. One row is written once, when the last of its leaves comes; a tile is 256 neighbours.
create table log_node (
    epoch text not null,
    level smallint not null,
    position bigint not null,
    hash bytea not null,
    constraint log_node_epoch_level_position_pk primary key (epoch, level, position),
    constraint log_node_epoch_fk foreign key (epoch) references log_epoch (name),
    constraint log_node_level_ck check (level between 0 and 7),
    constraint log_node_hash_ck check (octet_length(hash) = 32)
);

grant select, insert on log_node to ${serviceRole};
