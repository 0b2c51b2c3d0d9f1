package org.harmregistry.local.loader;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stores the report definitions. Comes last: their periods are due, and so counted, from that moment. */
final class ReportLoad {

    private final ShippedData data;
    private final Delivery delivery;

    ReportLoad(ShippedData data, Delivery delivery) {
        this.data = data;
        this.delivery = delivery;
    }

    void run() throws IOException {
        for (JsonNode definition : data.json("reports/reports.json")) {
            ObjectNode body = definition.deepCopy();
            String slug = body.remove("slug").asText();
            delivery.create("reports", "/reports/" + slug, "publisher", body);
        }
    }
}
