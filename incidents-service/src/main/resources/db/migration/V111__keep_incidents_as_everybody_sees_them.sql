-- The centre of the cell of 0.01 degrees that a number of degrees lies in; the same as the service computes.
create function cell_centre(degrees numeric, bound integer) returns numeric
    language sql immutable parallel safe
    return least(floor(degrees * 100) / 100, bound - 0.01) + 0.005;

-- A place as everybody may see it: its point's cell, and no grid reference.
create function blurred(place jsonb) returns jsonb
    language sql immutable parallel safe
    return case when place -> 'point' is null then place - 'mgrs'
                else jsonb_set(place - 'mgrs', '{point}', jsonb_build_object(
                    'lat', cell_centre((place #>> '{point,lat}')::numeric, 90),
                    'lon', cell_centre((place #>> '{point,lon}')::numeric, 180))) end;

-- public_document: null where everybody sees what its own readers see. facts: what the registry holds beside the content.
alter table incident
    add column public_document jsonb,
    add column facts jsonb;

update incident
set public_document = jsonb_set(document, '{place}', blurred(document -> 'place'))
where document ->> 'dataset' is null and document -> 'place' ->> 'point' is not null;

alter table incident
    drop column public_lat,
    drop column public_lon;

alter table incident
    add column public_lat double precision
        generated always as ((coalesce(public_document, document) #>> '{place,point,lat}')::double precision) stored,
    add column public_lon double precision
        generated always as ((coalesce(public_document, document) #>> '{place,point,lon}')::double precision) stored;

alter table incident drop constraint incident_status_ck;
alter table incident add constraint incident_status_ck
    check (status in ('draft', 'submitted', 'accepted', 'withdrawn', 'merged'));
