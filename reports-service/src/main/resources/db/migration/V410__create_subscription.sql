-- Who wants to be told of what, and how. Nothing secret is in a row: what signs webhooks is derived from a key outside the database,
-- named by its id, and a generation. An address of a person stands in a table of its own.
create table subscription (
    id uuid not null,
    channel text not null,
    url text,
    reports text,
    occasions text not null,
    language text not null,
    description text,
    paused boolean not null,
    confirmed boolean not null,
    disabled_cause text,
    disabled_at timestamptz,
    failing_since timestamptz,
    secret_key text not null,
    secret_generation integer not null,
    previous_secret_key text,
    previous_secret_until timestamptz,
    created_by text not null,
    organisation text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    constraint subscription_id_pk primary key (id),
    constraint subscription_channel_ck check (channel in ('webhook', 'mail')),
    constraint subscription_url_ck check ((channel = 'webhook') = (url is not null)),
    constraint subscription_disabled_ck check ((disabled_cause is null) = (disabled_at is null)),
    constraint subscription_version_ck check (version >= 1 and secret_generation >= 1)
);

create index subscription_organisation_ix on subscription (organisation, id);

grant select, insert, update, delete on subscription to ${serviceRole};
