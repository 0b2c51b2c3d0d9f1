-- The same answer as before. A source that did not change since the instant is taken from its row, which has the indexes;
-- revisions are read of the others alone. Reports ask as of a moment ago: nearly all rows are of the first kind.
create or replace function source_as_of(instant timestamptz)
    returns table (id uuid, organisation text, version bigint, status text, publication text, frozen boolean, hidden boolean,
                   in_public boolean, recorded_at timestamptz, updated_at timestamptz, public_version bigint,
                   public_updated_at timestamptz, kind text, publisher text,
                   published_on date, language text, reliability text, credibility integer, dataset text, content jsonb,
                   public_content jsonb, facts jsonb)
    language sql stable
as $$
    select s.id, s.organisation, s.version, s.status, s.publication, s.frozen, s.hidden, s.in_public, s.recorded_at, s.updated_at,
           s.public_version, coalesce(s.public_updated_at, s.updated_at), s.kind, s.publisher, s.published_on, s.language,
           s.reliability, s.credibility, s.dataset, s.content, coalesce(s.public_content, s.content),
           jsonb_strip_nulls(jsonb_build_object('canonicalKey', s.facts -> 'canonicalKey', 'dataQuality', s.facts -> 'dataQuality'))
    from source s
    where not exists (select 1 from revision later
                      where later.collection = 'sources' and later.recorded_at > instant and later.record_id = s.id)
    union all
    select today.id, today.organisation, past.version, past.snapshot ->> 'status', past.snapshot ->> 'publication',
           coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'frozen'), false),
           coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'hidden'), false),
           today.in_public and past.snapshot ->> 'status' = 'accepted' and past.snapshot ->> 'publication' = 'public'
               and not coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'hidden'), false),
           today.recorded_at, past.recorded_at, coalesce((past.derived ->> 'publicVersion')::bigint, past.version),
           coalesce((past.derived ->> 'publicUpdatedAt')::timestamptz, past.recorded_at), past.snapshot ->> 'kind',
           past.snapshot ->> 'publisher',
           (past.snapshot #>> '{publishedOn,date}')::date, past.snapshot ->> 'language', past.snapshot ->> 'reliability',
           (past.snapshot ->> 'credibility')::integer, past.snapshot ->> 'dataset', past.content,
           source_for_everybody(past.content),
           jsonb_strip_nulls(jsonb_build_object('canonicalKey', past.snapshot -> 'canonicalKey',
                                                'dataQuality', past.snapshot -> 'dataQuality'))
    from (select distinct on (r.record_id) r.record_id, r.version, r.recorded_at, r.derived, r.snapshot,
                 r.snapshot - array['canonicalKey', 'dataQuality', 'status', 'publication', 'restrictions', 'keptOnly', 'organisation',
                                    'version', 'recordedAt', 'updatedAt'] as content
          from revision r
          where r.collection = 'sources' and r.recorded_at <= instant
                and r.record_id in (select later.record_id from revision later
                                    where later.collection = 'sources' and later.recorded_at > instant)
          order by r.record_id, r.version desc) past
    join source today on today.id = past.record_id
$$;
