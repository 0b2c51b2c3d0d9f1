-- known_on, here and in the tables below: the first day on which the world could know it; 9999-12-31 if there is none.
create table tally (
    id uuid constraint tally_pk primary key,
    party text not null constraint tally_party_fk references party (slug),
    known_on date not null,
    kind text not null,
    stance text not null,
    unit text,
    measure text,
    month date,
    area_key text,
    period_from date,
    period_to date,
    version bigint not null,
    created_by text not null,
    created_digest text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    content jsonb not null,
    constraint tally_kind_ck check (kind in ('monthly_report', 'published_total')),
    constraint tally_stance_ck check (stance in ('conceded', 'documented')),
    constraint tally_unit_ck check (unit in ('killed', 'incidents')),
    constraint tally_measure_ck check (measure in ('total', 'step'))
);

create index tally_party_known_on_ix on tally (party, known_on, id);
create index tally_party_month_ix on tally (party, month) where month is not null;

grant select, insert, update on tally to ${serviceRole};
