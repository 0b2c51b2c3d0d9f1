package org.harmregistry.incidents.gap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.AllegationHistories;
import org.harmregistry.incidents.allegation.domain.AllegationHistories.Concession;
import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.incident.domain.IncidentLists;
import org.harmregistry.incidents.incident.domain.IncidentOrder;
import org.harmregistry.incidents.incident.domain.ShownIncident;
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Sets what the registry documents of each incident against what the party concedes in allegations about it. */
@ApplicationScoped
class IncidentGaps {

    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final Parties parties;
    private final IncidentLists incidents;
    private final RecordedHarm recorded;
    private final AllegationHistories histories;
    private final JsonReading json;
    private final Clock clock;

    IncidentGaps(UnitOfWork unitOfWork, Horizon horizon, Parties parties, IncidentLists incidents, RecordedHarm recorded,
            AllegationHistories histories, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.parties = parties;
        this.incidents = incidents;
        this.recorded = recorded;
        this.histories = histories;
        this.json = json;
        this.clock = clock;
    }

    /** A page of the incidents for which the party is known or suspected to be responsible, by start day. */
    Uni<IncidentGap> gap(Caller caller, GapQuestion asked, PageRequest page) {
        // What is malformed in the question is refused before the database is asked.
        recorded.incidents(asked, asked.place(), asked.period());
        return horizon.effective(asked.clocks().asOf()).chain(asOf -> answer(caller,
                asked.with(asked.clocks().at(asOf).withDay(clock)), page, asked.clocks().knownBy(), asOf));
    }

    private Uni<IncidentGap> answer(Caller caller, GapQuestion question, PageRequest page, LocalDate knownBy, Instant asOf) {
        return unitOfWork.run(session -> parties.requireNamed(session, question.party(), "?party"))
                .chain(() -> incidents.list(caller, recorded.incidents(question, question.place(), question.period()),
                        IncidentOrder.DEFAULT, page, false))
                .chain(found -> unitOfWork.run(session -> rows(session, caller, question, found.page().items(), knownBy))
                        .map(rows -> answer(question, rows, found.page().page(), asOf)));
    }

    private Uni<List<IncidentGapRow>> rows(Mutiny.Session session, Caller caller, GapQuestion question,
            List<ShownIncident> shown, LocalDate knownBy) {
        List<UUID> ids = shown.stream().map(ShownIncident::id).toList();
        return histories.concessions(session, caller, question.party(), ids, knownBy, question.clocks().asOf())
                .map(concessions -> {
                    Map<UUID, List<Concession>> byIncident = concessions.stream()
                            .collect(Collectors.groupingBy(Concession::incident));
                    List<IncidentGapRow> rows = new ArrayList<>();
                    shown.forEach(incident -> rows
                            .add(row(incident, byIncident.getOrDefault(incident.id(), List.of()))));
                    return rows;
                });
    }

    private IncidentGapRow row(ShownIncident incident, List<Concession> concessions) {
        JsonNode document = json.stored(incident.document());
        JsonNode civilians = document.at("/harm/killed/civilians");
        return IncidentGapRow.of(incident.id(), document.path("code").textValue(),
                LocalDate.parse(document.at("/occurred/from").textValue()),
                new CasualtyRange(number(civilians, "min"), number(civilians, "max")), Assessed.of(concessions));
    }

    private static Integer number(JsonNode range, String end) {
        return range.hasNonNull(end) ? (Integer) range.get(end).intValue() : null;
    }

    private static IncidentGap answer(GapQuestion question, List<IncidentGapRow> rows, Page.Position page, Instant asOf) {
        return new IncidentGap(question.party(), new Gap.Filter(question.by(), question.place(), question.period().from(),
                question.period().to(), question.gradings()), question.clocks().knownBy(), asOf, IncidentGap.RULE, rows, page);
    }
}
