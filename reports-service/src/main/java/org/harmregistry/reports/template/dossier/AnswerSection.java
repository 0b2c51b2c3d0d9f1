package org.harmregistry.reports.template.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.wording.Wording;

/**
 * The form for the answer. It asks for what the registry records of an assessment, in the terms of its vocabularies, so that no
 * answer has to be interpreted.
 */
final class AnswerSection {

    private static final List<String> OUTCOMES = List.of("credible", "non_credible", "duplicate", "insufficient_information");
    private static final List<String> REASONS = List.of("no_strike_in_area_that_day", "no_action_corresponding",
            "insufficient_time_information", "insufficient_location_information", "insufficient_detail",
            "reviewed_no_civilian_harm_seen", "place_not_identified", "duplicate_of_earlier",
            "entered_target_area_before_or_after_release", "unobserved_before_strike", "secondary_explosion",
            "target_misidentified", "weapon_malfunction");
    private static final List<String> METHODS = List.of("crew_interview", "targeting_staff_interview", "strike_video",
            "surveillance_video", "strike_log", "government_information", "ngo_information", "partner_force_information",
            "traditional_media", "social_media", "witness_interview", "site_visit");
    private static final List<String> STANDARDS = List.of("more_likely_than_not", "reasonable_grounds",
            "two_independent_sources", "clear_and_convincing", "beyond_reasonable_doubt");

    private final DossierEvidence evidence;
    private final Wording wording;
    private final List<Table.Row> rows = new ArrayList<>();

    AnswerSection(DossierEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.order().wording();
    }

    Section write() {
        ask("reference", wording.text("answer.free"));
        ask("outcome", choices("allegation_state", OUTCOMES));
        ask("reasons", choices("reason", REASONS));
        ask("strike", wording.text("answer.strike.how"));
        ask("place", wording.text("answer.place.how"));
        ask("time", wording.text("answer.time.how"));
        ask("methods", choices("method", METHODS));
        ask("standard", choices("standard", STANDARDS));
        ask("killed", wording.text("answer.people.how"));
        ask("injured", wording.text("answer.people.how"));
        ask("redress", wording.text("answer.free"));
        ask("office", wording.text("answer.office.how"));
        return new Section("answer", wording.text("answer.heading"), List.of(
                Block.paragraph(wording.text("answer.intro", evidence.party().nameIn(wording.language()),
                        evidence.incident().code() == null ? evidence.incident().id() : evidence.incident().code())),
                Block.paragraph(wording.text("answer.send", "/api/v1/editions/" + evidence.order().edition() + "/replies")),
                Block.table(new Table(wording.text("answer.caption"),
                        List.of(new Table.Column(wording.text("answer.column.question"), false),
                                new Table.Column(wording.text("answer.column.choices"), false),
                                new Table.Column(wording.text("answer.column.answer"), false)),
                        rows))));
    }

    private void ask(String question, String how) {
        String number = wording.number((long) rows.size() + 1);
        rows.add(new Table.Row(wording.text("answer.question", number, wording.text("answer." + question)),
                List.of(how, ""), null, false));
    }

    private String choices(String list, List<String> terms) {
        return terms.stream().map(term -> wording.word(list, term)).collect(Collectors.joining(wording
                .text("clause.separator")));
    }
}
