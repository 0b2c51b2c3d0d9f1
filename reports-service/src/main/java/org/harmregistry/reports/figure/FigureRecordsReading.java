package org.harmregistry.reports.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads the records behind a figure as they are written: an array, or the digest of a list. */
class FigureRecordsReading extends StdDeserializer<FigureRecords> {

    FigureRecordsReading() {
        super(FigureRecords.class);
    }

    @Override
    public FigureRecords deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        if (!node.isArray()) {
            return new FigureRecords.Frozen(node.path("count").intValue(), node.path("digest").textValue(),
                    node.path("href").textValue());
        }
        List<RecordVersion> items = new ArrayList<>();
        node.forEach(item -> items.add(new RecordVersion(item.path("id").textValue(),
                item.path("version").isNumber() ? item.path("version").longValue() : null)));
        return new FigureRecords.Named(items);
    }
}
