-- What outside witnesses said of checkpoints (C2SP tlog-cosignature), as the line of their signature. A row is only ever added.
create table log_cosignature (
    epoch text not null,
    witness text not null,
    size bigint not null,
    line text not null,
    cosigned_at timestamptz not null,
    constraint log_cosignature_epoch_witness_size_pk primary key (epoch, witness, size),
    constraint log_cosignature_epoch_size_fk foreign key (epoch, size) references log_checkpoint (epoch, size)
);

create index log_cosignature_epoch_size_ix on log_cosignature (epoch, size);

grant select, insert on log_cosignature to ${serviceRole};
