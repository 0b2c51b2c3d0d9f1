-- Revisions of records about parties from before past states could be asked for: what they are filtered by is made from what
-- they say, and fields that their content never had are taken out.
update revision
set derived = jsonb_strip_nulls(jsonb_build_object(
        'party', coalesce(snapshot ->> 'addressee', snapshot ->> 'party'),
        'knownOn', case when collection <> 'parties' then coalesce(cast(
            case snapshot ->> 'publishedOnPrecision'
                when 'month' then cast(date_trunc('month', cast(snapshot ->> 'publishedOn' as date))
                    + interval '1 month' - interval '1 day' as date)
                when 'year' then cast(date_trunc('year', cast(snapshot ->> 'publishedOn' as date))
                    + interval '1 year' - interval '1 day' as date)
                else cast(coalesce(snapshot ->> 'publishedOn', snapshot ->> 'on', snapshot ->> 'madeOn') as date)
            end as text), '9999-12-31') end,
        'kind', snapshot ->> 'kind',
        'channel', snapshot ->> 'channel',
        'stance', snapshot ->> 'stance',
        'unit', snapshot ->> 'unit',
        'state', snapshot ->> 'state')),
    snapshot = case when collection in ('demands', 'parties') then snapshot - 'party' else snapshot end
where derived is null
  and collection in ('parties', 'tallies', 'denominators', 'statements', 'commitments', 'demands');

-- They were dated a moment after what their records show.
update revision
set recorded_at = case when revision.version = kept.version then kept.updated_at else kept.recorded_at end
from (select id, version, recorded_at, updated_at from party
      union all select id, version, recorded_at, updated_at from tally
      union all select id, version, recorded_at, updated_at from denominator
      union all select id, version, recorded_at, updated_at from statement
      union all select id, version, recorded_at, updated_at from commitment
      union all select id, version, recorded_at, updated_at from demand) as kept
where revision.record_id = kept.id and (revision.version = kept.version or revision.version = 1);
