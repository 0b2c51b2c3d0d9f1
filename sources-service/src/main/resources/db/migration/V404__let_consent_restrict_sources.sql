-- What the newest consents allow, where every question about sight is answered. Nothing kept only is public, and an interview is public
-- with a consent alone. What was published before there were consents stands until it is next written.
alter table source
    add column consent_publish boolean,
    add column consent_until date,
    add column kept_only boolean not null default false,
    add constraint source_kept_only_ck check (not kept_only or publication = 'withheld'),
    add constraint source_consent_publish_ck check (publication = 'withheld' or coalesce(consent_publish, kind <> 'interview')) not valid;

create index source_consent_until_ix on source (consent_until) where publication = 'public' and consent_until is not null;
