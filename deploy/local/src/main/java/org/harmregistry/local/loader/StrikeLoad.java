package org.harmregistry.local.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.local.loader.strikes.MonthlyStrikes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Loads the strikes that the Coalition declared as denominators of their own months. */
final class StrikeLoad {

    private final ShippedData data;
    private final Delivery delivery;

    StrikeLoad(ShippedData data, Delivery delivery) {
        this.data = data;
        this.delivery = delivery;
    }

    void run() throws IOException {
        String source = delivery.importAll("strike releases", "/sources", "publisher", List.of(MonthlyStrikes.source())).get(0)
                .id();
        List<ObjectNode> rows = new ArrayList<>();
        try (InputStream file = data.open(MonthlyStrikes.NAME)) {
            for (MonthlyStrikes month : MonthlyStrikes.read(file)) {
                ObjectNode row = month.row();
                if (source != null) {
                    row.withObject("/source").put("sourceId", source);
                }
                rows.add(row);
            }
        }
        delivery.importAll("denominators", "/parties/denominators", "analyst", rows);
    }
}
