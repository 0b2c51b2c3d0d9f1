-- Names of witnesses as tokens under an index key that no database holds: equal names meet, and no list of names finds one.
create table witness_name_token (
    source_id uuid not null,
    index_key text not null,
    token text not null,
    constraint witness_name_token_pk primary key (source_id, index_key, token),
    constraint witness_name_token_source_fk foreign key (source_id) references witness_identity (source_id)
);

create index witness_name_token_token_ix on witness_name_token (token);

grant select, insert, delete on witness_name_token to ${serviceRole};
