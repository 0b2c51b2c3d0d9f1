-- By which ids of other systems allegations, parties, organisations and records about parties are found; made from their content, in the same
-- transaction. The organisation is the one for which the record was made.
create table record_external_id (
    collection text not null,
    organisation text not null,
    system text not null,
    value text not null,
    record uuid not null,
    constraint record_external_id_collection_organisation_system_value_uq unique (collection, organisation, system, value)
);

create index record_external_id_collection_record_ix on record_external_id (collection, record);

grant select, insert, delete on record_external_id to ${serviceRole};

-- Records from before: where two had one id, the earlier one keeps it.
insert into record_external_id (collection, organisation, system, value, record)
select kept.collection, r.organisation, x.one ->> 'system', x.one ->> 'id', kept.id
from (select 'allegations' as collection, id, document -> 'externalIds' as ids from allegation
      union all select 'tallies', id, content -> 'externalIds' from tally
      union all select 'denominators', id, content -> 'externalIds' from denominator
      union all select 'statements', id, content -> 'externalIds' from statement
      union all select 'commitments', id, content -> 'externalIds' from commitment
      union all select 'demands', id, content -> 'externalIds' from demand
      union all select 'redress', id, content -> 'externalIds' from redress
      union all select 'parties', id, content -> 'externalIds' from party
      union all select 'organisations', id, content -> 'externalIds' from organisation) as kept
join revision r on r.collection = kept.collection and r.record_id = kept.id and r.version = 1
cross join lateral jsonb_array_elements(case when jsonb_typeof(kept.ids) = 'array' then kept.ids end) as x(one)
where r.organisation is not null
order by r.recorded_at, kept.id
on conflict do nothing;
