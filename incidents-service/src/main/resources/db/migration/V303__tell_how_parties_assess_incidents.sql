-- How each party assesses an incident, one row per allegation, for the filter of incidents. publication tells who may be told:
-- an allegation that is public is shown to whoever may see its incident.
create view incident_assessment as
    select incident, party, state, publication
    from allegation
    where incident is not null and state <> 'withdrawn';

grant select on incident_assessment to ${serviceRole};

-- The same as the registry had recorded it by an instant; what is withheld today is not shown of the past either.
create function incident_assessment_as_of(instant timestamptz)
    returns table (incident uuid, party text, state text, publication text)
    language sql stable
as $$
    select a.incident, a.party, a.state, case when a.publication_today = 'public' then a.publication else 'withheld' end
    from allegation_as_of(instant) a
    where a.incident is not null and a.state <> 'withdrawn'
$$;
