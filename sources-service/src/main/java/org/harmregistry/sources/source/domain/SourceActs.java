package org.harmregistry.sources.source.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;

import com.fasterxml.jackson.databind.JsonNode;

/** What a change of a source's record means for its custody. The digest is that of the revision that the change wrote. */
final class SourceActs {

    private static final Map<String, CustodyAct> ACTS = Map.ofEntries(Map.entry("created", CustodyAct.INGESTED),
            Map.entry("changed", CustodyAct.HASHED), Map.entry("accepted", CustodyAct.SEALED),
            Map.entry("published", CustodyAct.RELEASED), Map.entry("withheld", CustodyAct.RESTRICTED),
            Map.entry("frozen", CustodyAct.RESTRICTED), Map.entry("unfrozen", CustodyAct.RELEASED),
            Map.entry("hidden", CustodyAct.RESTRICTED), Map.entry("unhidden", CustodyAct.RELEASED),
            Map.entry("consent_withdrawn", CustodyAct.RESTRICTED), Map.entry("kept_only", CustodyAct.RESTRICTED));

    private SourceActs() {
    }

    /** The acts of one change, at least one; an import may take in, accept and publish in one change. */
    static Stream<CustodyEntry> of(Change change, Caller caller) {
        CustodyAct first = ACTS.getOrDefault(change.kind(), CustodyAct.HASHED);
        String digest = CanonicalJson.digest(CanonicalJson.canonical(change.snapshot()));
        Map<String, Object> detail = detail(change);
        List<CustodyAct> acts = new ArrayList<>(List.of(first));
        if (first == CustodyAct.INGESTED && change.snapshot().path("status").asText().equals("accepted")) {
            acts.add(CustodyAct.SEALED);
        }
        if (change.publicAfter() != change.publicBefore()) {
            CustodyAct shown = change.publicAfter() ? CustodyAct.RELEASED : CustodyAct.RESTRICTED;
            if (first != shown) {
                acts.add(shown);
            }
        }
        return acts.stream().map(act -> new CustodyEntry(change.recordId(), null, act, caller.subject(), change.recordedAt(),
                digest, change.reason(), detail));
    }

    private static Map<String, Object> detail(Change change) {
        Map<String, Object> detail = new TreeMap<>(Map.of("version", change.version(), "change", change.kind()));
        List<String> texts = new ArrayList<>();
        for (JsonNode text : change.snapshot().path("texts")) {
            texts.add(text.path("digest").asText());
        }
        if (!texts.isEmpty()) {
            detail.put("texts", texts);
        }
        return detail;
    }
}
