-- What is still to be looked into, and what was found: one row for each file that came in, written in the transaction that takes
-- it in. Whoever works claims a row for a time; a worker that died is followed by the next.
create table attachment_examination (
    attachment_id uuid not null,
    due_at timestamptz,
    claimed_by uuid,
    claimed_until timestamptz,
    attempts integer not null,
    cause text,
    findings jsonb not null,
    not_made jsonb not null,
    examined_at timestamptz,
    constraint attachment_examination_pk primary key (attachment_id),
    constraint attachment_examination_attachment_fk foreign key (attachment_id) references attachment (id),
    constraint attachment_examination_attempts_ck check (attempts >= 0),
    constraint attachment_examination_claimed_by_ck check ((claimed_by is null) = (claimed_until is null))
);

create index attachment_examination_due_ix on attachment_examination (due_at) where due_at is not null;

grant select, insert, update on attachment_examination to ${serviceRole};

-- What came in before there were examinations is looked into as well.
insert into attachment_examination (attachment_id, due_at, attempts, findings, not_made)
select id, recorded_at, 0, '[]', '[]' from attachment where state = 'received';
