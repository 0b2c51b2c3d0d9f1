-- Words of sources and of their texts, folded by the service so that spellings of one name meet: a row for the record, one for
-- what its own readers alone are shown, one for each text. Names are also found when spelt a little differently.
-- No foreign key: words of a source that is not there find nothing, and to look for it would cost a third of writing them.
create extension if not exists pg_trgm;

create table source_words (
    source_id uuid not null,
    part text not null,
    organisation text not null,
    everybody boolean not null,
    words tsvector not null,
    names text,
    constraint source_words_pk primary key (source_id, part)
);

insert into source_words (source_id, part, organisation, everybody, words, names)
select s.id, 'record', s.organisation, true,
       to_tsvector('simple', concat_ws(' ', s.content ->> 'title', s.publisher, s.content ->> 'author')),
       lower(concat_ws(' ', s.content ->> 'title', s.publisher, s.content ->> 'author'))
from source s;

create index source_words_words_ix on source_words using gin (words);
create index source_words_names_ix on source_words using gin (names gin_trgm_ops);

grant select, insert, update, delete on source_words to ${serviceRole};
