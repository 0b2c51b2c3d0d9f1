-- The words that an incident is found by, folded by the service so that spellings of one name meet.
alter table incident add column search_terms varchar[] not null default '{}';

update incident
set search_terms = array(select distinct word
                         from regexp_split_to_table(lower(concat_ws(' ', document ->> 'title', document ->> 'summary')),
                                                    '[^[:alnum:]]+') as word
                         where length(word) between 2 and 40);

create index incident_search_terms_ix on incident using gin (search_terms);
