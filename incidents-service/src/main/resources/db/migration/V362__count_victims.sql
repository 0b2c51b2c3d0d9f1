-- How many persons of each kind an incident has (SDG 16.1.2); whoever was withdrawn does not count.
create view victim_count as
select incident, sex, age_group, status, cause, outcome, count(*) as persons
from victim
where not withdrawn
group by incident, sex, age_group, status, cause, outcome;

grant select on victim_count to ${serviceRole};
