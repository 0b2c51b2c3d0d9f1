package org.harmregistry.reports.geo;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The places of an edition as GeoJSON (RFC 7946), a feature each; an edition of which nothing has a place is a collection
 * without features. What the edition is stands beside the features.
 */
@ApplicationScoped
public class GeoJsonFormat implements FileFormat {

    private final ObjectMapper mapper;

    public GeoJsonFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return "application/geo+json";
    }

    @Override
    public byte[] write(EditionDocument document) {
        ObjectNode collection = mapper.createObjectNode().put("type", "FeatureCollection");
        collection.put("title", document.title()).put("language", document.language()).put("report", document.report())
                .put("edition", document.id().toString()).put("number", document.number())
                .put("from", document.period().from().toString()).put("to", document.period().to().toString())
                .put("effectiveAt", document.effectiveAt().toString())
                .put("publishedAt", document.publishedAt().toString()).put("digest", document.digest());
        collection.set("credits", mapper.valueToTree(document.credits()));
        ArrayNode features = collection.putArray("features");
        document.places().forEach(place -> feature(features.addObject(), place));
        try {
            return mapper.writeValueAsBytes(collection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void feature(ObjectNode feature, MappedPlace place) {
        feature.put("type", "Feature");
        feature.putObject("geometry").put("type", "Point").putArray("coordinates").add(place.lon()).add(place.lat());
        feature.putObject("properties").put("name", place.name()).put("accuracy", place.accuracy())
                .put("incidents", place.incidents());
    }
}
