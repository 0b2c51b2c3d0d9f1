-- What everybody may see of a source's content, as the service computes it for the present.
create function cell_centre(degrees numeric, bound integer) returns numeric
    language sql immutable parallel safe
    return least(floor(degrees * 100) / 100, bound - 0.01) + 0.005;

create function interview_for_everybody(part jsonb) returns jsonb
    language sql immutable parallel safe
    return nullif(jsonb_strip_nulls((part - 'family' - 'place') || jsonb_build_object(
        'heldOn', left(part ->> 'heldOn', 8) || '01',
        'place', nullif((part -> 'place') - 'name', '{}'::jsonb))), '{}'::jsonb);

create function site_visit_for_everybody(part jsonb) returns jsonb
    language sql immutable parallel safe
    return case when part #> '{place,point}' is null then part
                else jsonb_set(part, '{place}', ((part -> 'place') - 'accuracyMetres') || jsonb_build_object(
                    'point', jsonb_build_object(
                        'lat', trim_scale(cell_centre((part #>> '{place,point,lat}')::numeric, 90)),
                        'lon', trim_scale(cell_centre((part #>> '{place,point,lon}')::numeric, 180))))) end;

create function imagery_for_everybody(part jsonb) returns jsonb
    language sql immutable parallel safe
    return case when part -> 'footprint' is null then part
                else jsonb_set(part, '{footprint}', jsonb_build_object(
                    'west', trim_scale(floor((part #>> '{footprint,west}')::numeric * 100) / 100),
                    'south', trim_scale(floor((part #>> '{footprint,south}')::numeric * 100) / 100),
                    'east', trim_scale(ceil((part #>> '{footprint,east}')::numeric * 100) / 100),
                    'north', trim_scale(ceil((part #>> '{footprint,north}')::numeric * 100) / 100))) end;

create function source_for_everybody(content jsonb) returns jsonb
    language sql immutable parallel safe
    return jsonb_strip_nulls(content || jsonb_build_object(
        'interview', interview_for_everybody(content -> 'interview'),
        'siteVisit', site_visit_for_everybody(content -> 'siteVisit'),
        'imagery', imagery_for_everybody(content -> 'imagery')));

-- The sources as the registry had recorded them by an instant, in the shape of the table, made from their revisions. Today's
-- rights and today's public accuracy apply to every past state.
create function source_as_of(instant timestamptz)
    returns table (id uuid, organisation text, version bigint, status text, publication text, frozen boolean, hidden boolean,
                   in_public boolean, recorded_at timestamptz, updated_at timestamptz, kind text, publisher text,
                   published_on date, language text, reliability text, credibility integer, dataset text, content jsonb,
                   public_content jsonb, facts jsonb)
    language sql stable
as $$
    select today.id, today.organisation, past.version, past.snapshot ->> 'status', past.snapshot ->> 'publication',
           coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'frozen'), false),
           coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'hidden'), false),
           today.in_public and past.snapshot ->> 'status' = 'accepted' and past.snapshot ->> 'publication' = 'public'
               and not coalesce(jsonb_exists(past.snapshot -> 'restrictions', 'hidden'), false),
           today.recorded_at, past.recorded_at, past.snapshot ->> 'kind', past.snapshot ->> 'publisher',
           (past.snapshot #>> '{publishedOn,date}')::date, past.snapshot ->> 'language', past.snapshot ->> 'reliability',
           (past.snapshot ->> 'credibility')::integer, past.snapshot ->> 'dataset', past.content,
           source_for_everybody(past.content),
           jsonb_strip_nulls(jsonb_build_object('canonicalKey', past.snapshot -> 'canonicalKey',
                                                'dataQuality', past.snapshot -> 'dataQuality'))
    from (select distinct on (r.record_id) r.record_id, r.version, r.recorded_at, r.snapshot,
                 r.snapshot - array['canonicalKey', 'dataQuality', 'status', 'publication', 'restrictions', 'keptOnly', 'organisation',
                                    'version', 'recordedAt', 'updatedAt'] as content
          from revision r
          where r.collection = 'sources' and r.recorded_at <= instant
          order by r.record_id, r.version desc) past
    join source today on today.id = past.record_id
$$;
