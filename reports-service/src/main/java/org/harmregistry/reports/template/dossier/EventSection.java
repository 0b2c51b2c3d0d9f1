package org.harmregistry.reports.template.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.template.PlacesMap;
import org.harmregistry.reports.wording.Wording;

/** What is said to have happened: when, where, by what means and by whom. */
final class EventSection {

    private final IncidentEvidence evidence;
    private final IncidentRecord incident;
    private final Wording wording;
    private final List<Table.Row> rows = new ArrayList<>();

    EventSection(IncidentEvidence evidence) {
        this.evidence = evidence;
        this.incident = evidence.incident();
        this.wording = evidence.wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        String summary = incident.summaryIn(wording.language());
        if (summary != null) {
            blocks.add(Block.paragraph(wording.apart(summary)));
        }
        row("code", incident.code());
        when();
        where();
        how();
        blocks.add(Block.table(new Table(wording.text("dossier.caption"),
                List.of(new Table.Column(wording.text("dossier.column.item"), false),
                        new Table.Column(wording.text("dossier.column.held"), false)),
                rows)));
        new PlacesMap(wording).of(evidence.places()).ifPresent(map -> blocks.add(Block.map(map)));
        return new Section("event", wording.text("dossier.event"), blocks);
    }

    private void when() {
        IncidentRecord.Occurred occurred = incident.occurred();
        if (occurred == null || occurred.from() == null) {
            row("day", null);
            return;
        }
        row("day", wording.period(occurred.from(), occurred.to() == null ? occurred.from() : occurred.to()) + " ("
                + wording.word("precision", occurred.precision()) + ")");
        IncidentRecord.LocalTime local = occurred.localTime();
        row("time", local == null ? null
                : wording.text("dossier.local", span(local.from(), local.to()), local.zone() == null
                        ? wording.text("not_stated")
                        : local.zone(), wording.word("time_kind", local.kind())));
        UtcWindow.of(occurred).ifPresent(window -> row("utc", window.to() == null ? wording.instant(window.from())
                : wording.text("period", window.from(), window.to())));
    }

    private String span(String from, String to) {
        if (from == null && to == null) {
            return wording.text("not_stated");
        }
        return from == null || to == null || from.equals(to) ? from == null ? to : from : from + "–" + to;
    }

    private void where() {
        IncidentRecord.Place place = incident.place();
        row("place", place == null ? null : joined(place.allNames()));
        if (place == null) {
            return;
        }
        row("area", joined(Stream.of(place.country(), place.admin1(), place.admin2()).filter(part -> part != null).toList()));
        Optional<Incident.Point> point = evidence.point();
        if (point.isEmpty()) {
            row("point", null);
            return;
        }
        row("point", wording.text("dossier.degrees", plain(point.get().lat()), plain(point.get().lon())));
        row("mgrs", GridReference.of(point.get().lat(), point.get().lon())
                .map(square -> wording.text("dossier.square", square)).orElseGet(() -> wording.text("dossier.no_square")));
        row("accuracy", place.accuracy() == null ? null : wording.word("accuracy", place.accuracy()));
        row("provider", place.provider());
    }

    private void how() {
        IncidentRecord.Strike strike = incident.strike();
        row("strike", strike == null || strike.status() == null ? null : wording.word("strike_status", strike.status()));
        if (strike != null) {
            optional("types", words("strike_type", strike.types()));
            optional("strikes", strike.count() == null ? null : wording.range(strike.count().min(), strike.count().max()));
            optional("munitions", joined(strike.munitions()));
            optional("targets", joined(strike.targets()));
        }
        optional("hit", words("infrastructure", incident.infrastructure()));
        row("parties", joined(incident.parties().stream().map(involved -> wording.text("dossier.involved",
                evidence.nameOf(involved.party()), wording.word("party_role", involved.role()))).toList()));
        row("grading", wording.word("grading", incident.harm() == null || incident.harm().grading() == null ? "ungraded"
                : incident.harm().grading()));
    }

    /** A row that says so where nothing is known: an assessor must see that it was asked. */
    private void row(String key, String value) {
        rows.add(new Table.Row(wording.text("dossier.item." + key),
                List.of(value == null || value.isEmpty() ? wording.text("not_stated") : value), null, false));
    }

    private void optional(String key, String value) {
        if (value != null && !value.isEmpty()) {
            row(key, value);
        }
    }

    private String words(String list, List<String> terms) {
        return joined(terms.stream().map(term -> wording.word(list, term)).toList());
    }

    private String joined(List<String> texts) {
        return texts.stream().map(wording::apart).collect(Collectors.joining(wording.text("list.separator")));
    }

    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
