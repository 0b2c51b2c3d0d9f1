-- The allegations as the registry had recorded them by an instant, in the shape of the table, made from their revisions. Today's
-- rights apply: publication_today tells whether everybody may still see the record.
create function allegation_as_of(instant timestamptz)
    returns table (id uuid, document jsonb, received_on date, recorded_at timestamptz, version bigint, updated_at timestamptz,
                   party_version bigint, party_updated_at timestamptz, public_version bigint,
                   public_updated_at timestamptz, party text, incident uuid, channel text, reference text, state text,
                   publication text, incident_today uuid, publication_today text)
    language sql stable
as $$
    select past.record_id, past.snapshot - 'id' - 'version' - 'recordedAt' - 'updatedAt' - 'transitions',
           (past.snapshot ->> 'receivedOn')::date, today.recorded_at, past.version, past.recorded_at,
           (past.derived ->> 'partyVersion')::bigint, (past.derived ->> 'partyUpdatedAt')::timestamptz,
           (past.derived ->> 'publicVersion')::bigint, (past.derived ->> 'publicUpdatedAt')::timestamptz,
           past.snapshot ->> 'party', (past.snapshot ->> 'incident')::uuid, past.snapshot ->> 'channel',
           past.snapshot ->> 'reference', past.snapshot ->> 'state', past.snapshot ->> 'publication',
           today.incident, today.publication
    from (select distinct on (r.record_id) r.record_id, r.version, r.recorded_at, r.snapshot, r.derived
          from revision r
          where r.collection = 'allegations' and r.recorded_at <= instant
          order by r.record_id, r.version desc) past
    join allegation today on today.id = past.record_id
$$;
