-- The victims that an incident ever had: they follow when records are merged or split.
create index revision_victims_incident_ix on revision ((snapshot ->> 'incident')) where collection = 'victims';
