-- How many persons of each kind each incident had, as the registry had recorded it by an instant: the view victim_count of the
-- past, made from revisions. A revision keeps what was written of a person, so the outcome is worked out from the timeline: the
-- last entry tells, and who is missing after an injury was injured.
create function victim_count_as_of(instant timestamptz)
    returns table (incident uuid, sex text, age_group text, status text, cause text, outcome text, persons bigint)
    language sql stable
as $$
    select past.incident, past.sex, past.age_group, past.status, past.cause, past.outcome, count(*)
    from (select cast(last.snapshot ->> 'incident' as uuid) as incident, last.snapshot ->> 'sex' as sex,
                 last.snapshot ->> 'ageGroup' as age_group, last.snapshot ->> 'status' as status,
                 last.snapshot ->> 'cause' as cause,
                 case when last.snapshot #>> '{timeline,-1,state}' in ('unidentified_body', 'identified', 'died_of_wounds')
                          then 'killed'
                      when last.snapshot -> 'timeline' @> '[{"state": "injured"}]' then 'injured'
                      else 'missing' end as outcome
          from (select distinct on (r.record_id) r.snapshot
                from revision r
                where r.collection = 'victims' and r.recorded_at <= instant
                order by r.record_id, r.version desc) last
          where last.snapshot ->> 'state' = 'recorded') past
    group by past.incident, past.sex, past.age_group, past.status, past.cause, past.outcome
$$;
