package org.harmregistry.local.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.harmregistry.local.loader.client.RecordResult;
import org.harmregistry.local.loader.client.Result;
import org.harmregistry.local.loader.client.Wire.IncidentRow;
import org.harmregistry.local.loader.ucdp.CitationMapping;
import org.harmregistry.local.loader.ucdp.GedEvent;
import org.harmregistry.local.loader.ucdp.GedFile;
import org.harmregistry.local.loader.ucdp.GedParties;
import org.harmregistry.local.loader.ucdp.IncidentMapping;
import org.harmregistry.local.loader.ucdp.SourceMapping;
import org.harmregistry.local.loader.ucdp.SuspicionRule;

/** Loads the UCDP events: their parties, then incidents and sources side by side, then the citations that tie them. */
final class EventLoad {

    private final Delivery delivery;
    private final GedParties parties;
    private final List<GedEvent> events;

    EventLoad(ShippedData data, Delivery delivery, GedParties parties) throws IOException {
        this.delivery = delivery;
        this.parties = parties;
        try (InputStream file = data.open(GedFile.NAME)) {
            this.events = GedFile.read(file);
        }
    }

    void run() {
        parties.bodies(events).forEach((slug, body) -> delivery.create("parties", "/parties/" + slug, "admin", body));
        CompletableFuture<Void> sources = CompletableFuture.runAsync(
                () -> delivery.importAll("sources", "/sources", "publisher", SourceMapping.rows(events)));
        Map<String, String> incidents;
        try {
            incidents = incidents();
        } finally {
            join(sources);
        }
        delivery.importAll("citations", "/citations", "publisher", CitationMapping.rows(events, incidents));
    }

    /** UCDP id to the id that the registry answers, for all that were not refused. */
    private Map<String, String> incidents() {
        IncidentMapping mapping = new IncidentMapping(parties, SuspicionRule.ALL);
        List<IncidentRow> rows = events.stream().map(mapping::row).toList();
        List<RecordResult> results = delivery.importAll("incidents", "/incidents", "publisher", rows);
        Map<String, String> ids = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (results.get(row).result() != Result.REFUSED) {
                ids.put(events.get(row).id(), results.get(row).id());
            }
        }
        return ids;
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
