package org.harmregistry.reports.template.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.GradingGiven;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.wording.Wording;

/** What became of an incident's record, as far as everybody can see it: dated, without persons. */
final class HistorySection {

    private final Wording wording;
    private final IncidentRecord incident;
    private final List<GradingGiven> gradings;

    HistorySection(Wording wording, IncidentRecord incident, List<GradingGiven> gradings) {
        this.wording = wording;
        this.incident = incident;
        this.gradings = gradings;
    }

    private record Event(Instant at, String text) {
    }

    Section write() {
        List<Event> events = new ArrayList<>();
        add(events, incident.recordedAt(), wording.text("history.recorded"));
        gradings.forEach(given -> add(events, given.confirmedAt(), wording.text("history.graded",
                wording.word("grading", given.grading()))));
        if (incident.updatedAt() != null && incident.version() != null && incident.version() > 1) {
            add(events, incident.updatedAt(), wording.text("history.changed", incident.version()));
        }
        List<Block> blocks = new ArrayList<>();
        if (!events.isEmpty()) {
            blocks.add(Block.table(new Table(wording.text("history.caption"),
                    List.of(new Table.Column(wording.text("history.at"), false),
                            new Table.Column(wording.text("history.what"), false)),
                    events.stream().sorted(Comparator.comparing(Event::at)).map(event -> new Table.Row(
                            wording.instant(event.at()), List.of(event.text()), null, false)).toList())));
        }
        if (!incident.formerCodes().isEmpty()) {
            blocks.add(Block.paragraph(wording.text("history.merged", incident.formerCodes().stream()
                    .collect(Collectors.joining(wording.text("list.separator"))))));
        }
        return new Section("history", wording.text("history.heading"), blocks);
    }

    private static void add(List<Event> events, Instant at, String text) {
        if (at != null) {
            events.add(new Event(at, text));
        }
    }
}
