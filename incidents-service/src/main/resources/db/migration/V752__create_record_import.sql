-- What each organisation's imports last said of a record, and which version that made, so that a re-run is known again.
create table record_import (
    collection text not null,
    record uuid not null,
    organisation text not null,
    digest text not null,
    version bigint not null,
    constraint record_import_pk primary key (collection, record, organisation)
);

grant select, insert, update on record_import to ${serviceRole};
