-- A record behind a published edition changed: since when that is known, and which records. changes: what differs from the
-- edition before.
alter table edition
    add column correction_due_at timestamptz,
    add column correction_records text,
    add column changes text;
