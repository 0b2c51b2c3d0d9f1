-- How each party assesses an incident, one row per allegation, for the filter of incidents. publication tells who may be told.
create view incident_assessment as
    select incident, party, state, publication
    from allegation
    where incident is not null and state <> 'withdrawn';

grant select on incident_assessment to ${serviceRole};
