-- Incidents and parties are tables of two features: the reference between them is made when both are there.
alter table incident_party add constraint incident_party_party_fk foreign key (party) references party (slug);
