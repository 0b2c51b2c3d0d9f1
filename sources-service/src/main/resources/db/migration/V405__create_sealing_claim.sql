-- Which replica wraps keys or indexes names anew, and until when it may.
create table sealing_claim (
    work text not null,
    claimed_until timestamptz not null,
    constraint sealing_claim_pk primary key (work)
);

grant select, insert, update on sealing_claim to ${serviceRole};
