package org.harmregistry.local.loader;

import java.io.IOException;
import java.io.InputStream;
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
        try (InputStream file = data.open(MonthlyStrikes.NAME)) {
            for (MonthlyStrikes month : MonthlyStrikes.read(file)) {
                ObjectNode body = month.body();
                if (source != null) {
                    body.withObject("/source").put("sourceId", source);
                }
                delivery.create("denominators", month.address(), "analyst", body);
            }
        }
    }
}
