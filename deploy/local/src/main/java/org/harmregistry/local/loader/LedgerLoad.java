package org.harmregistry.local.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.client.DerivedId;
import org.harmregistry.local.loader.client.RecordResult;
import org.harmregistry.local.loader.ledger.LedgerSource;
import org.harmregistry.local.loader.ledger.LedgerTally;
import org.harmregistry.local.loader.ledger.MonthlyAccounts;
import org.harmregistry.local.loader.ledger.PublishedTotals;

/** Loads what the Coalition and others published in figures, each with the page it was read from. */
final class LedgerLoad {

    private final ShippedData data;
    private final Delivery delivery;

    LedgerLoad(ShippedData data, Delivery delivery) {
        this.data = data;
        this.delivery = delivery;
    }

    void run() throws IOException {
        List<LedgerTally> tallies = new ArrayList<>();
        try (InputStream file = data.open(MonthlyAccounts.NAME)) {
            tallies.addAll(MonthlyAccounts.read(file));
        }
        try (InputStream file = data.open(PublishedTotals.NAME)) {
            tallies.addAll(PublishedTotals.read(file));
        }
        Map<String, String> sources = sources(tallies);
        tallies.forEach(tally -> send(tally, sources.get(tally.source().key())));
    }

    /** Page to the id that the registry answers; several figures may come from one page. */
    private Map<String, String> sources(List<LedgerTally> tallies) {
        Map<String, LedgerSource> pages = new LinkedHashMap<>();
        tallies.forEach(tally -> pages.putIfAbsent(tally.source().key(), tally.source()));
        List<RecordResult> results = delivery.importAll("ledger pages", "/sources", "publisher",
                pages.values().stream().map(LedgerSource::row).toList());
        Map<String, String> ids = new HashMap<>();
        int row = 0;
        for (String key : pages.keySet()) {
            ids.put(key, results.get(row++).id());
        }
        return ids;
    }

    private void send(LedgerTally tally, String sourceId) {
        var source = tally.body().putObject("source");
        if (sourceId != null) {
            source.put("sourceId", sourceId);
        }
        source.put("url", tally.source().url());
        if (tally.source().kind() != null) {
            source.put("kind", tally.source().kind());
        }
        delivery.create("tallies", "/parties/" + tally.party() + "/tallies/" + DerivedId.of("tally", tally.key()), "analyst",
                tally.body());
    }
}
