-- When a definition's schedule fires next, and up to when its firings are done. Null: it has no schedule, or none that fires
-- again.
alter table report_definition
    add column fired_until timestamptz,
    add column next_fire_at timestamptz;

create index report_definition_next_fire_ix on report_definition (next_fire_at);
