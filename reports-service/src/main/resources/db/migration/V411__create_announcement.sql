-- What there is to tell, written in the transaction in which it happened. A row is never changed. Its id is given under a lock that
-- lasts until the commit, so that ids become visible in their order: a reader who goes on behind one misses none.
create table announcement (
    id bigint generated always as identity,
    message_id uuid not null default gen_random_uuid(),
    occasion text not null,
    edition_id uuid,
    report text,
    period_key text,
    period_label text,
    number integer,
    title text,
    reason text,
    only_for uuid,
    announced_at timestamptz not null,
    constraint announcement_id_pk primary key (id),
    constraint announcement_message_id_uq unique (message_id),
    constraint announcement_edition_id_fk foreign key (edition_id) references edition (id),
    constraint announcement_only_for_fk foreign key (only_for) references subscription (id) on delete cascade,
    constraint announcement_occasion_ck check ((edition_id is null) = (only_for is not null))
);

create index announcement_report_ix on announcement (report, id);
create index announcement_only_for_ix on announcement (only_for) where only_for is not null;

-- What came out before there was anybody to tell stands in the feed as well.
insert into announcement (occasion, edition_id, report, period_key, period_label, number, title, reason, announced_at)
select told.occasion, e.id, e.report, e.period_key, e.period_label, e.number, e.title,
       case when told.occasion = 'edition.withdrawn' then e.withdrawal_reason end, told.at
from edition e
cross join lateral (values ('edition.published', e.published_at), ('edition.withdrawn', e.withdrawn_at)) as told (occasion, at)
where told.at is not null and e.status in ('published', 'superseded', 'withdrawn')
order by told.at, e.id;

grant select, insert on announcement to ${serviceRole};
