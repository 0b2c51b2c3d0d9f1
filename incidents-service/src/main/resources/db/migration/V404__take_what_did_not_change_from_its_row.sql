-- The same answer as before. An incident that did not change since the instant is taken from its row, which has the indexes;
-- revisions are read of the others alone. Reports ask as of a moment ago: nearly all rows are of the first kind.
create or replace function incident_as_of(instant timestamptz)
    returns table (id uuid, code text, organisation text, status text, publication text, grading text, document jsonb,
                   public_document jsonb, occurred_from date, occurred_to date, place_names varchar[], search_terms varchar[],
                   version bigint, public_version bigint, recorded_at timestamptz, updated_at timestamptz,
                   public_updated_at timestamptz, public_today boolean, dataset text, place_name text, country text,
                   admin1 text, admin2 text, lat double precision, lon double precision, public_lat double precision,
                   public_lon double precision, killed_civilians_min integer, killed_civilians_max integer,
                   injured_civilians_min integer, injured_civilians_max integer, totals_scheme text, totals_low integer,
                   totals_best integer, totals_high integer)
    language sql stable
as $$
    select i.id, i.code, i.organisation, i.status, i.publication, i.grading, i.document, i.public_document, i.occurred_from,
           i.occurred_to, i.place_names, i.search_terms, i.version, i.public_version, i.recorded_at, i.updated_at,
           coalesce(i.public_updated_at, i.updated_at), i.publication = 'public' and i.status in ('accepted', 'merged'), i.dataset, i.place_name,
           i.country, i.admin1, i.admin2, i.lat, i.lon, i.public_lat, i.public_lon, i.killed_civilians_min,
           i.killed_civilians_max, i.injured_civilians_min, i.injured_civilians_max, i.totals_scheme, i.totals_low,
           i.totals_best, i.totals_high
    from incident i
    where not exists (select 1 from revision later
                      where later.collection = 'incidents' and later.recorded_at > instant and later.record_id = i.id)
    union all
    select past.record_id, past.document ->> 'code', today.organisation, past.document ->> 'status',
           past.document ->> 'publication', past.document #>> '{harm,grading}', past.document, past.public_document,
           (past.document #>> '{occurred,from}')::date, (past.document #>> '{occurred,to}')::date,
           array(select cast(jsonb_array_elements_text(past.derived -> 'placeNames') as varchar)),
           array(select cast(jsonb_array_elements_text(past.derived -> 'searchTerms') as varchar)),
           past.version, coalesce((past.derived ->> 'publicVersion')::bigint, past.version), today.recorded_at,
           past.recorded_at, coalesce((past.derived ->> 'publicUpdatedAt')::timestamptz, past.recorded_at),
           today.publication = 'public' and today.status in ('accepted', 'merged'),
           past.document ->> 'dataset', past.document #>> '{place,name}', past.document #>> '{place,country}',
           past.document #>> '{place,admin1}', past.document #>> '{place,admin2}',
           (past.document #>> '{place,point,lat}')::double precision,
           (past.document #>> '{place,point,lon}')::double precision,
           (coalesce(past.public_document, past.document) #>> '{place,point,lat}')::double precision,
           (coalesce(past.public_document, past.document) #>> '{place,point,lon}')::double precision,
           (past.document #>> '{harm,killed,civilians,min}')::integer,
           (past.document #>> '{harm,killed,civilians,max}')::integer,
           (past.document #>> '{harm,injured,civilians,min}')::integer,
           (past.document #>> '{harm,injured,civilians,max}')::integer,
           past.document #>> '{harm,totalsAsPublished,scheme}',
           (past.document #>> '{harm,totalsAsPublished,low}')::integer,
           (past.document #>> '{harm,totalsAsPublished,best}')::integer,
           (past.document #>> '{harm,totalsAsPublished,high}')::integer
    from (select last.record_id, last.version, last.recorded_at, last.derived, last.document,
                 case when last.document -> 'place' is not null
                           and (last.document ->> 'dataset' is null or now.dataset is null)
                      then jsonb_set(last.document, '{place}', blurred(last.document -> 'place')) end as public_document
          from (select distinct on (r.record_id) r.record_id, r.version, r.recorded_at, r.derived,
                       r.snapshot - 'version' - 'recordedAt' - 'updatedAt' as document
                from revision r
                where r.collection = 'incidents' and r.recorded_at <= instant
                      and r.record_id in (select later.record_id from revision later
                                          where later.collection = 'incidents' and later.recorded_at > instant)
                order by r.record_id, r.version desc) last
          join incident now on now.id = last.record_id) past
    join incident today on today.id = past.record_id
$$;
