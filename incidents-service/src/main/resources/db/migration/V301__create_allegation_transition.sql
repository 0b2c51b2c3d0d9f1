-- What was recorded of allegations' transitions; only ever added to. An entry under the root of an earlier one corrects it, or,
-- without a state, takes it back; the latest entry under a root stands.
create table allegation_transition (
    allegation uuid not null,
    number integer not null,
    root integer not null,
    state text,
    on_date date,
    known_on date,
    content jsonb,
    reason text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint allegation_transition_pk primary key (allegation, number),
    constraint allegation_transition_allegation_fk foreign key (allegation) references allegation (id),
    constraint allegation_transition_root_fk foreign key (allegation, root) references allegation_transition (allegation, number),
    constraint allegation_transition_number_ck check (number >= 1 and root between 1 and number),
    constraint allegation_transition_whole_ck check (num_nulls(state, on_date, known_on, content) in (0, 4)),
    constraint allegation_transition_reason_ck check ((reason is null) = (root = number)),
    constraint allegation_transition_state_ck check (state in ('received', 'under_assessment', 'credible', 'non_credible',
                                                               'duplicate', 'insufficient_information', 'reopened'))
);

grant select, insert on allegation_transition to ${serviceRole};
