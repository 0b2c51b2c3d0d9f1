-- The last number given out in each series of codes.
create table incident_code_counter (
    country text not null,
    year integer not null,
    last bigint not null,
    constraint incident_code_counter_pk primary key (country, year)
);

grant select, insert, update on incident_code_counter to ${serviceRole};
