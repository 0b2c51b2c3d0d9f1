-- A box is read cell by cell of half a degree, each in the order of lists: what a page costs then hardly grows with the table.
create function half_degree_cell(lat double precision, lon double precision) returns integer
    language sql immutable parallel safe
    return floor((lat + 90) * 2)::integer * 1000 + floor((lon + 180) * 2)::integer;

-- Great-circle distance in metres (haversine, mean radius of the Earth).
create function distance_in_metres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    returns double precision
    language sql immutable parallel safe
    return 2 * 6371008.8 * asin(least(1, sqrt(
        power(sind((lat2 - lat1) / 2), 2) + cosd(lat1) * cosd(lat2) * power(sind((lon2 - lon1) / 2), 2))));

create index incident_cell_order_ix on incident (half_degree_cell(lat, lon), occurred_from, id);
create index incident_public_cell_order_ix on incident (half_degree_cell(public_lat, public_lon), occurred_from, id)
    where status = 'accepted' and publication = 'public';
