-- The parties that tests of incidents name.
insert into party (slug, id, kind, version, created_by, created_digest, recorded_at, updated_at, content)
select slug, gen_random_uuid(), kind, 1, 'tests', '', now(), now(), jsonb_build_object('slug', slug, 'name', slug, 'kind', kind)
from (values ('coalition', 'coalition'), ('is', 'armed_group'), ('government-of-syria', 'state'), ('sdf', 'armed_group'))
    as named (slug, kind);
