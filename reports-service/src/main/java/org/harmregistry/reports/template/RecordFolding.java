package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.Incident;

/** What a report keeps of incidents as they are read: which they were, whose data, and where they happened. */
final class RecordFolding {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    private final RecordList list = new RecordList();
    private final Set<Credit> credits = new HashSet<>();
    private final IncidentPlaces places = new IncidentPlaces();

    /** @throws Failure 503 if the record has no id by which it could be named */
    synchronized void add(Incident incident) {
        if (incident.id() == null || !RecordAddress.isId(incident.id())) {
            throw Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE, "A record that was read has no id.");
        }
        list.add(UUID.fromString(incident.id()), incident.version());
        if (incident.dataset() != null) {
            credits.add(new Credit(incident.dataset(), incident.licence(), incident.attribution()));
        }
        places.add(incident.place());
    }

    RecordList list() {
        return list;
    }

    /** In an order of their own: that of records differs from walk to walk, and figures made again must be the same. */
    List<Credit> credits() {
        return credits.stream().sorted(Comparator.comparing(Credit::dataset).thenComparing(Credit::licence, TEXT)
                .thenComparing(Credit::attribution, TEXT)).toList();
    }

    List<MappedPlace> places() {
        return places.all();
    }
}
