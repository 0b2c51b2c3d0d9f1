alter table incident_party add constraint incident_party_party_fk foreign key (party) references party (slug);
