-- MinHash signatures of titles and texts. Two alike ones share a band; the index finds those without looking at the others.
create table text_signature (
    id bigint generated always as identity,
    source_id uuid not null,
    of_title boolean not null,
    minima bytea not null,
    bands bigint[] not null,
    constraint text_signature_pk primary key (id),
    constraint text_signature_source_fk foreign key (source_id) references source (id),
    constraint text_signature_minima_ck check (length(minima) = 384),
    constraint text_signature_bands_ck check (cardinality(bands) = 24)
);

create index text_signature_source_ix on text_signature (source_id);
create index text_signature_bands_ix on text_signature using gin (bands);

grant select, insert, delete on text_signature to ${serviceRole};

-- The share of the 96 minima, four bytes each, that two signatures have in common.
create function text_likeness(one bytea, other bytea) returns double precision language sql immutable strict parallel safe
return (select count(*) from generate_series(0, 95) as place
        where substring(one from place * 4 + 1 for 4) = substring(other from place * 4 + 1 for 4)) / 96.0::double precision;
