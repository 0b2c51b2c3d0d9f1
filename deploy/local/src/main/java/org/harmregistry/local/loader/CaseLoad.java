package org.harmregistry.local.loader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.client.RecordResult;
import org.harmregistry.local.loader.raqqa.CaseFact;
import org.harmregistry.local.loader.raqqa.CaseSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Loads the Raqqa case: sources, then what leans on them. */
final class CaseLoad {

    private static final String FOLDER = "raqqa-case/";

    private final ShippedData data;
    private final Delivery delivery;

    CaseLoad(ShippedData data, Delivery delivery) {
        this.data = data;
        this.delivery = delivery;
    }

    /** The parties that the case knows more of than a name; a party comes after its members in the file. */
    Map<String, String> parties() throws IOException {
        Map<String, String> slugs = new HashMap<>();
        for (JsonNode party : data.json(FOLDER + "parties.json")) {
            ObjectNode body = party.deepCopy();
            String slug = body.remove("slug").asText();
            JsonNode ucdpName = body.remove("ucdpName");
            if (ucdpName != null) {
                slugs.put(ucdpName.asText(), slug);
            }
            delivery.create("parties", "/parties/" + slug, "admin", body);
        }
        return slugs;
    }

    void run() throws IOException {
        Map<String, CaseSource> sources = sources();
        underParty("tally", "tallies", "totals.json", sources);
        underParty("denominator", "denominators", "denominators.json", sources);
        underParty("statement", "statements", "statements.json", sources);
        ofItsOwn("commitment", "commitments", "commitments.json", sources);
        ofItsOwn("demand", "demands", "demands.json", sources);
    }

    private Map<String, CaseSource> sources() throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        Map<String, CaseSource> sources = new LinkedHashMap<>();
        for (JsonNode source : data.json(FOLDER + "sources.json")) {
            rows.add(CaseSource.row(source));
        }
        List<RecordResult> results = delivery.importAll("case sources", "/sources", "publisher", rows);
        for (int row = 0; row < rows.size(); row++) {
            sources.put(CaseSource.key(rows.get(row)), new CaseSource(results.get(row).id(), rows.get(row)));
        }
        return sources;
    }

    private void underParty(String kind, String collection, String file, Map<String, CaseSource> sources) throws IOException {
        for (JsonNode entry : data.json(FOLDER + file)) {
            CaseFact fact = new CaseFact(kind, entry);
            delivery.create(collection, "/parties/" + fact.party() + "/" + collection + "/" + fact.id(), "analyst",
                    fact.body(true, sources.get(fact.source()).reference()));
        }
    }

    private void ofItsOwn(String kind, String collection, String file, Map<String, CaseSource> sources) throws IOException {
        for (JsonNode entry : data.json(FOLDER + file)) {
            CaseFact fact = new CaseFact(kind, entry);
            delivery.create(collection, "/" + collection + "/" + fact.id(), "analyst",
                    fact.body(false, sources.get(fact.source()).reference()));
        }
    }
}
