-- Who searched for a witness by name, and when; never for whom.
create table witness_search (
    id bigint generated always as identity,
    searched_by text not null,
    searched_at timestamptz not null,
    found integer not null,
    constraint witness_search_pk primary key (id)
);

grant select, insert on witness_search to ${serviceRole};
