-- What incidents add up to, by everything that most statistical questions tell them apart by. Unknown bounds are counted apart.
create table incident_count (
    month date not null,
    country text,
    admin1 text,
    grading text,
    strike_status text,
    status text not null,
    everybody boolean not null,
    organisation text not null,
    dataset text,
    totals_scheme text,
    incidents bigint not null,
    with_killed bigint not null,
    killed_min bigint not null,
    killed_max bigint not null,
    killed_min_unknown bigint not null,
    killed_max_unknown bigint not null,
    injured_min bigint not null,
    injured_max bigint not null,
    injured_min_unknown bigint not null,
    injured_max_unknown bigint not null,
    not_located bigint not null,
    totals_low bigint not null,
    totals_best bigint not null,
    totals_high bigint not null,
    constraint incident_count_uq unique nulls not distinct (month, country, admin1, grading, strike_status, status, everybody,
                                                             organisation, dataset, totals_scheme)
);

-- By how much writers have changed what incidents add up to, until a job folds it into incident_count: writers append, so that
-- none waits for another. An answer is the sum over both tables in one statement.
create table incident_count_delta (like incident_count);

-- Rows live for a second: vacuum by number, not by share.
alter table incident_count_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
alter table incident_count set (fillfactor = 70);

create view incident_counted as
    select * from incident_count
    union all
    select * from incident_count_delta;

grant select, insert, update, delete on incident_count to ${serviceRole};
grant select, insert, delete on incident_count_delta to ${serviceRole};
grant select on incident_counted to ${serviceRole};
